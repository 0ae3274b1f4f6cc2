// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListSource.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QWidget>

#include <utility>

class QHBoxLayout;
class QMenu;

namespace castellan {

class Button;

/// A facet that a list can be narrowed to.
struct Facet {
    QString id; ///< the server's word
    QString label; ///< translated
};

/// Facets as chips with their counts, each on or off; folded, one "Filters" button with all of them
/// in its menu. Which of the two is for the row that it stands in to say.
class FacetBar : public QWidget {
    Q_OBJECT
public:
    explicit FacetBar(QWidget *parent = nullptr);

    void setFacets(const QList<Facet> &facets);
    void setCounts(const QList<FacetCount> &counts);
    void setActive(const QStringList &facets);
    QStringList active() const;

    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    int unfoldedWidth() const; ///< 0 without facets

Q_SIGNALS:
    void activeChanged(const QStringList &facets);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString textOf(const Facet &facet) const;
    void refresh();
    void toggle(const QString &facet, bool on);
    void fillMenu();

    QList<Facet> m_facets;
    QHash<QString, FacetCount> m_counts;
    QHash<std::pair<QString, bool>, int> m_least; ///< how wide a chip has been, off and on
    QStringList m_active;
    QList<Button *> m_chips;
    Button *m_fold;
    QMenu *m_menu;
    QHBoxLayout *m_layout;
    bool m_folded = false;
};

} // namespace castellan
