// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QList>
#include <QString>
#include <QStyledItemDelegate>

namespace castellan {

class ActionCatalog;
class PageRegistry;

/// How well a text answers a query, letter by letter in order: higher is better, negative is no
/// match. Accents and case do not matter; beginnings of words and runs of letters count more.
int matchScore(const QString &query, const QString &text);

/// One line of the command palette.
struct PaletteItem {
    enum class Kind { Page, Action };
    Kind kind = Kind::Page;
    QString id;
    QString text;
    QString icon;
    QString hint; ///< keys, or why it can't be run
    bool enabled = true;
    int score = 0;
};

/// Pages and actions that answer the query, the best first. Those that can't be run come last.
QList<PaletteItem> paletteItems(const QString &query, const PageRegistry &pages,
                                const ActionCatalog &actions, const Subject &subject);

/// Paints a line: icon, text, and at the trailing edge the keys; or, where it can't be run, the
/// whole reason under the text.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, KindRole, IconRole, HintRole, EnabledRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of a line that is as wide.
    static int heightOf(const QModelIndex &index, int width);
};

} // namespace castellan
