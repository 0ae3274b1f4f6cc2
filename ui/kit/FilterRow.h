// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace castellan {

class FacetBar;
class FilterField;

/// Filter field and facets in a row, then what else is added. The facets fold where the field would
/// fall under 240.
class FilterRow : public QWidget {
    Q_OBJECT
public:
    static constexpr int kFieldLeast = 240; ///< pixels at 100 %

    explicit FilterRow(QWidget *parent = nullptr);

    FilterField *field() const { return m_field; }
    FacetBar *facets() const { return m_facets; }
    void addControl(QWidget *control);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    FilterField *m_field;
    FacetBar *m_facets;
    QList<QWidget *> m_controls;
    QHBoxLayout *m_layout;
};

} // namespace castellan
