// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FilterField.h"

#include "models/lists/Filter.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Restyle.h"

#include <QAction>
#include <QKeyEvent>

namespace castellan {

using namespace std::chrono_literals;

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_glass(addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_clear(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setObjectName(QStringLiteral("filter"));
    setMaxLength(int(Filter::kMaximumText));
    m_clear->setText(tr("Clear the filter"));
    m_clear->setVisible(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(180ms);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::tell);
    connect(m_glass, &QAction::triggered, this, [this] {
        tell();
        setFocus();
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        tell();
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause.start();
    });
    restyle();
}

void FilterField::setHint(const QString &hint)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
    m_glass->setText(hint); // to a screen reader it is a button
}

void FilterField::setFilterText(const QString &text)
{
    if (text == m_told && text == this->text())
        return;
    setText(text);
    m_pause.stop();
    m_told = this->text();
}

void FilterField::tell()
{
    m_pause.stop();
    if (text() == m_told)
        return;
    m_told = text();
    Q_EMIT filterChanged(m_told);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            event->ignore();
            return;
        }
        clear();
        tell();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        tell();
        return;
    case Qt::Key_Down:
        tell();
        Q_EMIT leftDown();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (isRestyle(event))
        restyle();
}

void FilterField::restyle()
{
    m_glass->setIcon(icon(QStringLiteral("search"), ColorRole::Muted));
    m_clear->setIcon(icon(QStringLiteral("edit-clear"), ColorRole::Muted));
}

} // namespace castellan
