// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ProfilePanel.h"

#include "models/base/DisplayText.h"
#include "ui/kit/Button.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace castellan {

ProfilePanel::ProfilePanel(QWidget *parent)
    : QFrame(parent)
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("profilePanel"));
    setStyleProperty(this, "surface", QStringLiteral("pane"));
    m_list->setObjectName(QStringLiteral("profileList"));
    m_list->setAccessibleName(tr("Connections"));
    setStyleProperty(m_list, "embedded", QStringLiteral("true"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kPageMargin, metric::kCardPadding,
                               metric::kCardPadding);
    layout->setSpacing(metric::kStep);
    layout->addWidget(buildHead());
    layout->addSpacing(metric::kCardGap);
    layout->addWidget(buildTools());
    layout->addWidget(m_list, 1);
    auto *add = new Button(tr("&New connection…"), ButtonRole::Secondary, this);
    add->setObjectName(QStringLiteral("addProfileButton"));
    add->setIconName(QStringLiteral("list-add"));
    layout->addWidget(add);
    connect(add, &Button::clicked, this, &ProfilePanel::addRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { followCurrent(); });
    followCurrent();
}

QWidget *ProfilePanel::buildHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kStep);
    auto *mark = new QLabel(head);
    mark->setPixmap(applicationMark(24, devicePixelRatioF()));
    layout->addWidget(mark);
    layout->addWidget(
        new PlainLabel(QStringLiteral("Castellan"), TextRole::DetailTitle, Tone::Normal, head));
    layout->addStretch();
    return head;
}

QWidget *ProfilePanel::buildTools()
{
    auto *tools = new QWidget(this);
    m_edit = Button::tool(QStringLiteral("document-edit"), tr("Change this connection"), tools);
    m_edit->setObjectName(QStringLiteral("editProfileButton"));
    m_remove = Button::tool(QStringLiteral("edit-delete"), tr("Remove this connection"), tools);
    m_remove->setObjectName(QStringLiteral("removeProfileButton"));
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kHalfStep);
    layout->addWidget(
        new PlainLabel(tr("Connections"), TextRole::SecondaryStrong, Tone::Muted, tools), 1);
    layout->addWidget(m_edit);
    layout->addWidget(m_remove);
    connect(m_edit, &Button::clicked, this, [this] { Q_EMIT editRequested(currentIndex()); });
    connect(m_remove, &Button::clicked, this, [this] { Q_EMIT removeRequested(currentIndex()); });
    return tools;
}

void ProfilePanel::setProfiles(const QList<ConnectionProfile> &profiles, int fixed,
                               const QString &current)
{
    m_fixed = fixed;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int row = profiles.isEmpty() ? -1 : 0;
    for (const ConnectionProfile &profile : profiles) {
        auto *item = new QListWidgetItem(DisplayText::visible(profile.name, 60), m_list);
        item->setIcon(icon(QStringLiteral("network-connect"), ColorRole::Muted));
        item->setSizeHint({ 0, theme().scaled(metric::kControlHeight + metric::kHalfStep) });
        item->setData(Qt::AccessibleTextRole,
                      tr("%1, %2 on %3").arg(profile.name, profile.user, profile.host));
        if (profile.name == current)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    followCurrent();
}

int ProfilePanel::currentIndex() const
{
    return m_list->currentRow();
}

void ProfilePanel::followCurrent()
{
    const int row = m_list->currentRow();
    const QString why = row < 0 ? tr("No connection is chosen.")
        : row < m_fixed         ? tr("This connection belongs to the demo.")
                                : QString();
    m_edit->setWhyDisabled(why);
    m_remove->setWhyDisabled(why);
    Q_EMIT chosen(row);
}

} // namespace castellan
