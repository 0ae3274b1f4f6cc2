// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace castellan {

class PlainLabel;

/// Rows of a muted name at the leading and a strong value at the trailing edge, for details. Values
/// can be marked and copied; where name and value do not fit beside each other, the value stands
/// under its name, and wraps.
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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Row {
        QString key;
        PlainLabel *label = nullptr;
        QWidget *value = nullptr;
    };
    /// Where name and value stand, left to right, and where the row ends.
    struct Cells {
        QRect label;
        QRect value;
        int bottom = 0;
    };

    Row *find(const QString &key);
    void putRow(const QString &key, const QString &label, QWidget *value);
    static Cells cells(const Row &row, int top, int width);
    void arrange();

    QList<Row> m_rows;
};

} // namespace castellan
