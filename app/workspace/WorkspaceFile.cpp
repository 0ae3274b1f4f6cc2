// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/WorkspaceFile.h"

#include "app/workspace/OwnFiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace castellan {
namespace {

/// A JSON object that is put together in one buffer, so that no secret lies about in pieces of it.
class JsonText {
public:
    explicit JsonText(qsizetype capacity) { m_text.reserve(capacity); }

    void raw(QByteArrayView text)
    {
        Q_ASSERT(m_text.size() + text.size() <= m_text.capacity());
        m_text.append(text);
    }
    void member(const char *name, const QString &value)
    {
        // Qt escapes; the value stands between the brackets of a list.
        const QByteArray list =
            QJsonDocument::fromVariant(QVariantList { value }).toJson(QJsonDocument::Compact);
        key(name);
        raw(QByteArrayView(list).sliced(1, list.size() - 2));
    }
    void member(const char *name, int value)
    {
        key(name);
        raw(QByteArray::number(value));
    }
    /// Base32 and base64url need no escaping.
    void member(const char *name, const Secret &value)
    {
        key(name);
        raw("\"");
        raw(value.view());
        raw("\"");
    }
    void open(const char *name)
    {
        key(name);
        raw("{");
        m_first = true;
    }
    void close()
    {
        raw("}");
        m_first = false;
    }
    void key(const char *name)
    {
        raw(m_first ? "\"" : ", \"");
        raw(name);
        raw("\": ");
        m_first = false;
    }
    void begin() { m_first = true; }
    Secret take() { return Secret::fromUtf8(std::move(m_text)); }

private:
    QByteArray m_text;
    bool m_first = true;
};

void addOperator(JsonText &json, const DemoOperator &person, bool isFirst)
{
    json.raw(isFirst ? "\n    {" : ",\n    {");
    json.begin();
    json.member("role", person.role);
    json.member("password", person.password);
    json.member("kind", person.kind);
    json.member("totp_secret", person.totpSecret);
    json.close();
}

Secret toJson(const WorkspaceFacts &facts)
{
    JsonText json(65536);
    json.raw("{");
    json.open("postgres");
    json.member("host", facts.host);
    json.member("port", facts.port);
    json.member("dbname", facts.database);
    json.member("sslrootcert", facts.rootCertificate);
    json.close();
    json.open("superuser");
    json.member("role", facts.superuser);
    json.member("password", facts.superuserPassword);
    json.close();
    json.key("operators");
    json.raw("[");
    for (size_t i = 0; i < facts.people.operators.size(); ++i)
        addOperator(json, facts.people.operators[i], i == 0);
    json.raw("\n  ]");
    json.open("application");
    json.member("role", facts.people.applicationRole);
    json.member("password", facts.people.applicationPassword);
    json.close();
    json.member("key_directory", facts.keyDirectory);
    json.raw("}\n");
    return json.take();
}

} // namespace

WorkspaceFile::WorkspaceFile(const QString &directory)
    : m_path(QDir(directory).absoluteFilePath(u"workspace.json"_qs))
{
}

Result<void> WorkspaceFile::write(const WorkspaceFacts &facts) const
{
    const Secret json = toJson(facts);
    return writeFile(m_path, json.view(), Readers::Owner);
}

void WorkspaceFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace castellan
