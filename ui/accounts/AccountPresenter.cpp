// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountPresenter.h"

#include "models/base/DisplayText.h"
#include "ui/kit/Wording.h"

#include <QDateTime>

namespace castellan {

namespace {

QString field(const ListRow &row, const char16_t *name)
{
    return row.value(QString::fromUtf16(name)).toString();
}

} // namespace

Columns AccountPresenter::columns()
{
    return {
        { .id = QStringLiteral("display_name"),
          .title = tr("Account"),
          .kind = ColumnKind::Name,
          .width = 260,
          .minimumWidth = 220,
          .sort = QStringLiteral("name") },
        { .id = QStringLiteral("factor_state"),
          .title = tr("Second factor"),
          .kind = ColumnKind::Chip,
          .priority = 90,
          .width = 240,
          .minimumWidth = 120 },
        { .id = QStringLiteral("recovery_codes_left"),
          .title = tr("Codes left"),
          .kind = ColumnKind::Number,
          .priority = 40,
          .width = 96 },
        { .id = QStringLiteral("last_used_at"),
          .title = tr("Last used"),
          .kind = ColumnKind::Time,
          .priority = 60,
          .width = 112,
          .sort = QStringLiteral("last_used"),
          .descendingFirst = true },
        { .id = QStringLiteral("rank"),
          .title = tr("Rank"),
          .priority = 50,
          .width = 88,
          .sort = QStringLiteral("rank"),
          .descendingFirst = true },
        { .id = QStringLiteral("created_at"),
          .title = tr("Since"),
          .kind = ColumnKind::Time,
          .priority = 20,
          .width = 112,
          .sort = QStringLiteral("created"),
          .descendingFirst = true,
          .shown = false },
        { .id = QStringLiteral("external_id"),
          .title = tr("External id"),
          .kind = ColumnKind::Identifier,
          .priority = 10,
          .width = 120,
          .shown = false },
    };
}

QString accountName(const QString &displayName, const QString &login)
{
    return DisplayText::visible(displayName.trimmed().isEmpty() ? login : displayName);
}

RowCell AccountPresenter::cell(const ListRow &row, const Column &column) const
{
    if (column.kind == ColumnKind::Name) {
        RowCell cell;
        cell.text = label(row);
        const QString email = field(row, u"email");
        cell.second = { DisplayText::visible(field(row, u"login")),
                        email.isEmpty() ? tr("no e-mail") : DisplayText::visible(email) };
        if (!row.value(QStringLiteral("active")).toBool())
            cell.second.prepend(tr("inactive"));
        return cell;
    }
    if (column.kind == ColumnKind::Chip) {
        const QString word = field(row, u"factor_state");
        RowCell cell;
        cell.text = Wording::factorChip(
            word, row.value(QStringLiteral("factor_until")).toDateTime(), now());
        cell.state = Wording::factorState(word);
        return cell;
    }
    if (column.id == QLatin1String("rank")) {
        RowCell cell;
        cell.text = Wording::word(WordKind::Rank, field(row, u"rank"));
        return cell;
    }
    if (column.kind == ColumnKind::Number && row.value(QStringLiteral("factors")).toInt() == 0) {
        RowCell cell;
        cell.text = absentText();
        cell.absent = true;
        return cell;
    }
    return RowPresenter::cell(row, column);
}

QString AccountPresenter::label(const ListRow &row) const
{
    return accountName(field(row, u"display_name"), field(row, u"login"));
}

Subject accountSubject(const ListRow &row)
{
    Subject subject;
    subject.kind = QStringLiteral("account");
    subject.id = row.id;
    subject.label = accountName(field(row, u"display_name"), field(row, u"login"));
    subject.facts = row.values.toMap();
    subject.facts.insert(QStringLiteral("version"), row.version);
    return subject;
}

} // namespace castellan
