// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/StateStack.h"

#include "ui/kit/PlainLabel.h"
#include "ui/kit/StatePanes.h"

#include <QGraphicsOpacityEffect>
#include <QStyle>

namespace castellan {

StateStack::StateStack(QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_empty(new EmptyState)
    , m_loading(new LoadingState)
    , m_error(new ErrorState)
    , m_age(new PlainLabel({}, TextRole::Secondary, Tone::Muted, this))
{
    for (QWidget *pane : { m_content, static_cast<QWidget *>(m_empty),
                           static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_error) })
        addWidget(pane);
    m_age->hide();
    m_dimDelay.setSingleShot(true);
    m_dimDelay.setInterval(LoadingState::kRowsAfterMs);
    connect(&m_dimDelay, &QTimer::timeout, this, &StateStack::applyDim);
    m_loadingDelay.setSingleShot(true);
    m_loadingDelay.setInterval(LoadingState::kRowsAfterMs);
    connect(&m_loadingDelay, &QTimer::timeout, this, [this] { setCurrentWidget(m_loading); });
    connect(m_error, &ErrorState::retry, this, &StateStack::retry);
    connect(m_loading, &LoadingState::cancelled, this, &StateStack::cancelled);
}

void StateStack::showContent()
{
    undim();
    swap(m_content);
}

void StateStack::showLoading(const QString &waitsFor)
{
    undim();
    m_loading->start(waitsFor);
    m_loadingDelay.start();
}

void StateStack::showEmpty()
{
    undim();
    swap(m_empty);
}

void StateStack::showError(const Sentence &sentence)
{
    undim();
    m_error->setSentence(sentence);
    swap(m_error);
}

void StateStack::swap(QWidget *shown)
{
    m_loadingDelay.stop();
    m_loading->stop();
    setCurrentWidget(shown);
}

void StateStack::dim(const QString &age)
{
    m_age->setText(age);
    if (!m_dimDelay.isActive() && !m_content->graphicsEffect())
        m_dimDelay.start();
}

void StateStack::undim()
{
    m_dimDelay.stop();
    m_content->setGraphicsEffect(nullptr);
    m_age->hide();
}

void StateStack::applyDim()
{
    auto *effect = new QGraphicsOpacityEffect(m_content);
    effect->setOpacity(0.55);
    m_content->setGraphicsEffect(effect);
    m_age->setVisible(!m_age->text().isEmpty());
    m_age->raise();
    resizeEvent(nullptr);
}

void StateStack::resizeEvent(QResizeEvent *event)
{
    if (event)
        QStackedWidget::resizeEvent(event);
    const QRect room = rect().adjusted(metric::kStep, metric::kHalfStep, -metric::kStep, 0);
    m_age->setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignTrailing | Qt::AlignTop,
                                           m_age->sizeHint(), room));
}

} // namespace castellan
