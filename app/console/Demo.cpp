// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Demo.h"

#include "models/base/Base32.h"
#include "models/base/Deliver.h"
#include "models/base/Totp.h"

#include <QDateTime>

namespace castellan {

namespace {

QString personName(const DemoOperator &person)
{
    if (person.kind == QLatin1String("admin"))
        return Demo::tr("Demo: %1, security admin").arg(person.role);
    if (person.kind == QLatin1String("helpdesk"))
        return Demo::tr("Demo: %1, helpdesk").arg(person.role);
    return Demo::tr("Demo: %1, auditor").arg(person.role);
}

Secret currentCode(const Secret &base32)
{
    const Result<Secret> seed = Base32::decode(base32.view());
    if (!seed)
        return {};
    return Secret::fromUtf16(
        Totp::code(seed.value().view(), Totp::timeStep(QDateTime::currentDateTimeUtc())));
}

} // namespace

QList<DemoPerson> demoPeople(const Workspace &workspace)
{
    QList<DemoPerson> people;
    const std::vector<DemoOperator> &operators = workspace.facts().people.operators;
    for (size_t i = 0; i < operators.size(); ++i) {
        DemoPerson person;
        person.profile = workspace.operatorProfile(i);
        person.profile.name = personName(operators[i]);
        // The workspace outlives the window that uses these.
        person.password = [&made = operators[i]] { return made.password.clone(); };
        person.currentCode = [&made = operators[i]] { return currentCode(made.totpSecret); };
        people += person;
    }
    return people;
}

Demo::Demo(const Workspace::Options &options, QObject *parent)
    : QObject(parent)
    , m_workspace(options)
{
    connect(&m_workspace, &Workspace::progress, this, &Demo::onProgress);
    connect(&m_workspace, &Workspace::lost, this, &Demo::failed);
    connect(&m_termination, &TerminationWatch::requested, this, &Demo::stop);
}

void Demo::start()
{
    deliver(m_workspace.start(), this, [this](const Result<void> &answer) {
        if (m_stopping)
            return;
        if (answer)
            Q_EMIT ready();
        else
            Q_EMIT failed(answer.error());
    });
}

void Demo::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    deliver(m_workspace.stop(), this, [this](const Result<void> &) { Q_EMIT ended(); });
}

void Demo::onProgress(Workspace::Step step, int done, int total)
{
    const int quarters = total > 0 ? 4 * done / total : 0;
    const QString text = sentence(step, quarters * 25);
    if (text != std::exchange(m_sentence, text))
        Q_EMIT progressed(text);
}

QString Demo::sentence(Workspace::Step step, int percent)
{
    if (percent > 0)
        return sentence(step) + u' ' + tr("%1% done.").arg(percent);
    switch (step) {
    case Workspace::Step::Server:
        return tr("Starting a PostgreSQL of its own on this computer.");
    case Workspace::Step::Schema:
        return tr("Installing the schema.");
    case Workspace::Step::People:
        return tr("Making up people and their history.");
    case Workspace::Step::Checking:
        return tr("Checking that everybody can sign in.");
    case Workspace::Step::Ready:
        return tr("Ready.");
    }
    Q_UNREACHABLE();
}

} // namespace castellan
