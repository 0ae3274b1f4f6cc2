// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/TourScript.h"
#include "models/base/Clock.h"
#include "ui/kit/Theme.h"
#include "ui/shell/DemoPerson.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QTimer>

#include <deque>
#include <memory>

class QApplication;

namespace castellan {

/// Visits every screen and saves a picture of each: light and dark, at three sizes, in German, in
/// the pseudo-language, right to left, with larger text, as somebody who may only read, and where
/// nobody is yet. Each is a console of its own, signed in as another of the demo's people as long
/// as there are any, since a code is good for one sign-in.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(QApplication &qt, int schemaVersion, const QList<DemoPerson> &people,
         const QString &directory, QObject *parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    /// 0, or 1 when a screen did not show or a picture could not be saved.
    void finished(int status);

private:
    /// Looks: by somebody who may only read. Empty: where nobody is yet, until that server goes.
    enum class Kind { Everything, Looks, Empty };
    struct Run {
        QString name = {}; ///< of the folder under the tour's
        QString language = {};
        ColorScheme scheme = ColorScheme::Light;
        QSize size = {};
        int person = 0;
        int textPercent = 100;
        bool rightToLeft = false;
        Kind kind = Kind::Everything;
    };

    static QList<Run> runs();
    void nextRun();
    void startEmpty();
    void add(std::vector<TourStep> steps);
    void nextStep();
    void poll();
    std::vector<TourStep> galleryScript();
    QPixmap grab();
    QString path(const QString &picture) const;
    void keepPicture();
    void end(int status);

    QApplication &m_qt;
    int m_schemaVersion;
    QList<DemoPerson> m_people;
    QString m_directory;
    QList<Run> m_runs;
    Run m_run;
    std::unique_ptr<class Workspace> m_empty;
    std::unique_ptr<class Application> m_application;
    SystemClock m_clock;
    std::unique_ptr<class GalleryPage> m_gallery;
    std::deque<TourStep> m_steps;
    TourStep m_step;
    QTimer m_poll;
    QTimer m_settle; ///< a moment for layouts and paint events that are already posted
    QElapsedTimer m_waiting;
    int m_pictures = 0;
};

} // namespace castellan
