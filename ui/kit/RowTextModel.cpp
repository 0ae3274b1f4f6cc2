// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/RowTextModel.h"

#include "models/lists/RowWriter.h"
#include "ui/kit/StateChip.h"

namespace castellan {

RowTextModel::RowTextModel(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
                           QObject *parent)
    : QIdentityProxyModel(parent)
    , m_paged(model)
    , m_presenter(std::move(presenter))
{
    setSourceModel(model);
}

RowCell RowTextModel::cell(int row, int column) const
{
    const ListRow *data = m_paged->rowAt(row);
    return data ? m_presenter->cell(*data, m_paged->columns().at(column)) : RowCell();
}

QStringList RowTextModel::secondLine(int row, int column) const
{
    QStringList parts = cell(row, column).second;
    parts.removeAll(QString());
    const qsizetype behindFirst = parts.isEmpty() ? 0 : 1;
    qsizetype at = behindFirst;
    for (const int folded : m_folded) {
        const RowCell other = cell(row, folded);
        if (other.absent)
            continue;
        const Column &heading = m_paged->columns().at(folded);
        // a bare number says nothing without its heading
        parts.insert(at++,
                     heading.kind == ColumnKind::Number
                         ? tr("%1: %2", "column title and its value").arg(heading.title, other.text)
                         : other.text);
    }
    return parts;
}

void RowTextModel::setFolded(const QList<int> &columns)
{
    if (m_folded == columns)
        return;
    m_folded = columns;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString RowTextModel::spoken(int row, int column) const
{
    const RowCell shown = cell(row, column);
    const Column &heading = m_paged->columns().at(column);
    QStringList parts;
    if (heading.kind == ColumnKind::Chip)
        parts.append(stateName(shown.state));
    parts.append(shown.absent ? tr("none", "a value that is not there") : shown.text);
    if (heading.kind == ColumnKind::Name) {
        parts += secondLine(row, column);
        if (m_paged->rowAt(row)->ended)
            parts.append(tr("no longer in the list"));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant RowTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return cell(index.row(), index.column()).text;
    if (role == Qt::AccessibleTextRole)
        return spoken(index.row(), index.column());
    return QIdentityProxyModel::data(index, role);
}

QString RowTextModel::copied(const QStringList &ids, const QList<int> &columns) const
{
    const auto field = [](QString text) {
        for (QChar &letter : text) {
            if (letter == u'\t' || letter == u'\n' || letter == u'\r')
                letter = u' ';
        }
        return QString(looksLikeFormula(text) ? QLatin1Char('\'') + text : text);
    };
    QStringList titles;
    for (const int column : columns)
        titles.append(field(m_paged->columns().at(column).title));
    QStringList lines { titles.join(QLatin1Char('\t')) };
    for (const QString &id : ids) {
        const int row = m_paged->rowOf(id);
        QStringList fields;
        for (const int column : columns) {
            if (row < 0)
                continue;
            const RowCell shown = cell(row, column);
            QStringList parts { shown.copy.isNull() ? shown.text : shown.copy };
            if (shown.copy.isNull())
                parts += shown.second;
            const bool number = m_paged->columns().at(column).kind == ColumnKind::Number;
            const QString text = parts.join(QLatin1Char(' '));
            fields.append(number ? text : field(text));
        }
        if (!fields.isEmpty())
            lines.append(fields.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace castellan
