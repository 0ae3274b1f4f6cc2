// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace castellan {

class PlainLabel;

/// Rows of a muted name at the leading and a strong value at the trailing edge, for details. Values
/// can be marked and copied; where both do not fit, the value wraps.
class KeyValueList : public QWidget {
    Q_OBJECT

public:
    explicit KeyValueList(QWidget *parent = nullptr);

    /// Sets or adds a row; key is its name in code, label what people read.
    /// An empty value shows "–". exact goes into the tooltip.
    void setRow(const QString &key, const QString &label, const QString &value,
                const QString &exact = {});
    /// The same with a widget as the value (a StateChip); taken over.
    void setRowWidget(const QString &key, const QString &label, QWidget *value);
    void setRowVisible(const QString &key, bool visible);
    QString value(const QString &key) const;
    void clear();

private:
    struct Row {
        PlainLabel *label = nullptr;
        QWidget *value = nullptr;
    };
    Row addRow(const QString &key, const QString &label, QWidget *value);

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
};

} // namespace castellan
