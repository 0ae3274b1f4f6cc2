// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/DemoCredentials.h"

#include "app/workspace/OwnFiles.h"

#include <QFile>

namespace castellan {
namespace {

constexpr auto kApplication = "application";

/// Appends without leaving pieces behind in a buffer that had to grow.
void append(QByteArray &line, QByteArrayView piece)
{
    Q_ASSERT(line.size() + piece.size() <= line.capacity());
    line.append(piece);
}

void appendLine(QByteArray &text, const QString &kind, const QString &role, const Secret &password,
                const Secret &totpSecret)
{
    append(text, kind.toUtf8());
    append(text, " ");
    append(text, role.toUtf8());
    append(text, " ");
    append(text, password.view());
    append(text, " ");
    append(text, totpSecret.view());
    append(text, "\n");
}

/// The words of a line, as views into it.
QList<QByteArrayView> wordsOf(QByteArrayView line)
{
    QList<QByteArrayView> words;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] != ' ')
            continue;
        words.append(line.sliced(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

/// False when the line is none of ours.
bool takeLine(DemoCredentials &credentials, QByteArrayView line)
{
    const auto words = wordsOf(line);
    if (words.size() != 4)
        return false;
    const QString kind = QString::fromUtf8(words[0]);
    const QString role = QString::fromUtf8(words[1]);
    if (kind == QLatin1String(kApplication)) {
        credentials.applicationRole = role;
        credentials.applicationPassword = Secret::copyOf(words[2]);
    } else {
        credentials.operators.push_back(
            { role, kind, Secret::copyOf(words[2]), Secret::copyOf(words[3]) });
    }
    return true;
}

} // namespace

Result<DemoCredentials> DemoCredentials::load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error { ErrorCode::NotFound, { { u"path"_qs, path } }, {} };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error { ErrorCode::FileUnreadable, { { u"path"_qs, path } }, file.errorString() };
    const auto content = Secret::fromUtf8(file.readAll());
    DemoCredentials credentials;
    QByteArrayView rest = content.view();
    while (!rest.isEmpty()) {
        qsizetype end = 0;
        while (end < rest.size() && rest[end] != '\n')
            ++end;
        if (!takeLine(credentials, rest.first(end)))
            return Error { ErrorCode::Malformed, { { u"path"_qs, path } }, {} };
        rest = rest.sliced(qMin(end + 1, rest.size()));
    }
    if (credentials.operators.empty() || credentials.applicationRole.isEmpty())
        return Error { ErrorCode::Malformed, { { u"path"_qs, path } }, {} };
    return credentials;
}

Result<void> DemoCredentials::save(const QString &path) const
{
    QByteArray text;
    text.reserve(4096 + qsizetype(operators.size()) * 512);
    for (const auto &person : operators)
        appendLine(text, person.kind, person.role, person.password, person.totpSecret);
    appendLine(text, QLatin1String(kApplication), applicationRole, applicationPassword, Secret());
    const auto content = Secret::fromUtf8(std::move(text));
    return writeFile(path, content.view(), Readers::Owner);
}

} // namespace castellan
