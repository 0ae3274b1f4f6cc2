// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/PagedModel.h"
#include "ui/kit/RowPresenter.h"

#include <QIdentityProxyModel>

#include <memory>

namespace castellan {

/// A PagedModel in words: what a view paints, a screen reader says and the clipboard gets. Columns
/// that found no room are told in the second line of the row's name.
class RowTextModel : public QIdentityProxyModel {
    Q_OBJECT
public:
    RowTextModel(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
                 QObject *parent = nullptr);

    PagedModel *paged() const { return m_paged; }
    const RowPresenter &presenter() const { return *m_presenter; }

    RowCell cell(int row, int column) const;
    /// The second line of the name: what identifies the row best, the folded columns, the rest.
    QStringList secondLine(int row, int column) const;
    void setFolded(const QList<int> &columns);
    const QList<int> &folded() const { return m_folded; }

    /// Rows as tab-separated values with a heading, for the clipboard. Tabs and line breaks inside
    /// become blanks; formulas are defused.
    QString copied(const QStringList &ids, const QList<int> &columns) const;

    /// DisplayRole, AccessibleTextRole and the roles of the PagedModel.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString spoken(int row, int column) const;

    PagedModel *m_paged;
    std::shared_ptr<const RowPresenter> m_presenter;
    QList<int> m_folded;
};

} // namespace castellan
