// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ActionCatalog.h"

#include "ui/kit/Icons.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Rights.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <tuple>

namespace castellan {

ActionCatalog::ActionCatalog(const Rights &rights, QObject *parent)
    : QObject(parent)
    , m_rights(rights)
{
    connect(&rights, &Rights::changed, this, &ActionCatalog::changed);
}

bool ActionCatalog::add(ActionSpec spec)
{
    if (spec.id.isEmpty() || !spec.run || find(spec.id))
        return false;
    m_actions.append(std::move(spec));
    std::stable_sort(m_actions.begin(), m_actions.end(), [](const auto &a, const auto &b) {
        return std::tie(a.weight, a.order) < std::tie(b.weight, b.order);
    });
    Q_EMIT changed();
    return true;
}

std::optional<ActionSpec> ActionCatalog::find(const QString &id) const
{
    const auto found = std::find_if(m_actions.cbegin(), m_actions.cend(),
                                    [&](const ActionSpec &spec) { return spec.id == id; });
    return found == m_actions.cend() ? std::nullopt : std::optional(*found);
}

QList<ActionSpec> ActionCatalog::forKind(const QString &kind) const
{
    QList<ActionSpec> found;
    std::copy_if(m_actions.cbegin(), m_actions.cend(), std::back_inserter(found),
                 [&](const ActionSpec &spec) { return spec.subjectKind == kind; });
    return found;
}

QString ActionCatalog::whyDisabled(const QString &id, const Subject &subject) const
{
    const auto spec = find(id);
    if (!spec)
        return tr("This is not available here.");
    if (QString why = m_rights.whyNot(spec->neededRight); !why.isEmpty())
        return why;
    if (!spec->subjectKind.isEmpty() && (subject.kind != spec->subjectKind || !subject.isValid()))
        return tr("Choose something in the list first.");
    return spec->whyDisabled ? spec->whyDisabled(subject) : QString();
}

bool ActionCatalog::run(const QString &id, const Subject &subject, QWidget *window) const
{
    if (!whyDisabled(id, subject).isEmpty())
        return false;
    find(id)->run(subject, window);
    return true;
}

QAction *ActionCatalog::createAction(const QString &id, const Subject &subject, QWidget *window,
                                     QObject *parent) const
{
    const auto spec = find(id);
    auto *action = new QAction(spec ? spec->text : id, parent);
    action->setObjectName(id);
    if (!spec)
        return action;
    if (!spec->icon.isEmpty()) {
        const bool critical = spec->weight == ActionWeight::Destructive;
        action->setIcon(icon(spec->icon, critical ? ColorRole::CriticalText : ColorRole::Text));
    }
    action->setShortcut(spec->shortcut);
    const QString why = whyDisabled(id, subject);
    action->setEnabled(why.isEmpty());
    if (!why.isEmpty())
        action->setToolTip(plainToolTip(why));
    connect(action, &QAction::triggered, this,
            [this, id, subject, target = QPointer<QWidget>(window)] { run(id, subject, target); });
    return action;
}

void ActionCatalog::fillMenu(QMenu *menu, const Subject &subject, QWidget *window) const
{
    menu->setToolTipsVisible(true);
    bool separated = menu->isEmpty();
    for (const ActionSpec &spec : forKind(subject.kind)) {
        if (spec.weight == ActionWeight::Destructive && !separated) {
            menu->addSeparator();
            separated = true;
        }
        menu->addAction(createAction(spec.id, subject, window, menu));
        separated = separated && spec.weight == ActionWeight::Destructive;
    }
}

} // namespace castellan
