// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ChoiceBox.h"

#include "ui/kit/PaletteItems.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>

#include <algorithm>

namespace castellan {

namespace {

/// matchScore() of a word that begins so, in a text of any length that a choice may have.
constexpr int kWordBegins = 1200;

/// The choices. The closed box asks it too where typed letters lead.
class ChoiceView final : public QListView {
public:
    using QListView::QListView;

    void keyboardSearch(const QString &typed) override
    {
        if (typed.isEmpty())
            return;
        if (!m_pause.isValid() || m_pause.elapsed() > QApplication::keyboardInputInterval())
            m_typed.clear();
        m_pause.start();
        m_typed += typed;
        const bool oneLetter = m_typed.count(m_typed.front()) == m_typed.size();
        const QString wanted = oneLetter ? m_typed.left(1) : m_typed;
        const int rows = model()->rowCount();
        const int first = std::max(0, currentIndex().row() + (oneLetter ? 1 : 0));
        int best = kWordBegins;
        QModelIndex found;
        for (int step = 0; step < rows; ++step) {
            const QModelIndex index = model()->index((first + step) % rows, modelColumn());
            if (const int score = matchScore(wanted, index.data().toString()); score > best) {
                best = score;
                found = index;
            }
        }
        if (found.isValid())
            setCurrentIndex(found);
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        m_typed.clear();
        QListView::showEvent(event);
    }

private:
    QString m_typed;
    QElapsedTimer m_pause;
};

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setView(new ChoiceView(this));
}

} // namespace castellan
