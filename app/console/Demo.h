// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/TerminationWatch.h"
#include "app/workspace/Workspace.h"
#include "ui/shell/DemoPerson.h"

#include <QObject>

namespace castellan {

/// A workspace's operators as connections with everything filled in; it has to outlive them.
QList<DemoPerson> demoPeople(const Workspace &workspace);

/// The demo: a workspace that is started, served and stopped, with a window or without. Stopping
/// takes a moment, since PostgreSQL has to be gone first; ended() says when.
class Demo : public QObject {
    Q_OBJECT

public:
    explicit Demo(const Workspace::Options &options, QObject *parent = nullptr);

    void start();
    /// Also while starting; once.
    void stop();

    QList<DemoPerson> people() const { return demoPeople(m_workspace); }
    /// `percent`: of the step, 0 when that is not known.
    static QString sentence(Workspace::Step step, int percent = 0);

Q_SIGNALS:
    /// At each step, and at each quarter of a long one.
    void progressed(const QString &sentence);
    void ready();
    void failed(const castellan::Error &error);
    void ended();

private:
    void onProgress(Workspace::Step step, int done, int total);

    QString m_sentence; ///< as said last
    Workspace m_workspace;
    TerminationWatch m_termination;
    bool m_stopping = false;
};

} // namespace castellan
