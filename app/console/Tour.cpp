// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Tour.h"

#include "app/console/Application.h"
#include "app/console/Demo.h"
#include "models/base/Deliver.h"
#include "models/base/logging.h"
#include "models/database/ProfileStore.h"
#include "ui/kit/GalleryPage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace castellan {

namespace {

constexpr int kPollMs = 20;
constexpr int kSettleMs = 120;
constexpr int kPatienceMs = 60'000; ///< a code may have to wait for the next time step
constexpr int kLockedOut = 4; ///< the person who types wrong codes until that is enough

constexpr QSize kSmall { 1024, 720 };
constexpr QSize kMiddle { 1280, 800 };
constexpr QSize kLarge { 1600, 1000 };

/// A connection of the person's own, which may be changed and removed; the demo's may not.
void addSampleConnection(const QString &path)
{
    ConnectionProfile profile;
    profile.name = QStringLiteral("Production");
    profile.host = QStringLiteral("db.example.org");
    profile.database = QStringLiteral("portal");
    profile.user = QStringLiteral("b.thorsson");
    const Result<void> saved = ProfileStore(path).save(profile);
    if (!saved)
        qCCritical(lcUi) << "tour: no connection could be saved";
}

} // namespace

Tour::Tour(QApplication &qt, int schemaVersion, const QList<DemoPerson> &people,
           const QString &directory, QObject *parent)
    : QObject(parent)
    , m_qt(qt)
    , m_schemaVersion(schemaVersion)
    , m_people(people)
    , m_directory(directory)
    , m_runs(runs())
{
    m_poll.setInterval(kPollMs);
    m_settle.setInterval(kSettleMs);
    m_settle.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
    connect(&m_settle, &QTimer::timeout, this, &Tour::keepPicture);
}

Tour::~Tour() = default;

QList<Tour::Run> Tour::runs()
{
    const QString english = QStringLiteral("en");
    return {
        { .name = QStringLiteral("light-1280"), .language = english, .size = kMiddle, .person = 0 },
        { .name = QStringLiteral("dark-1600"),
          .language = english,
          .scheme = ColorScheme::Dark,
          .size = kLarge,
          .person = 1 },
        { .name = QStringLiteral("light-1024-german"),
          .language = QStringLiteral("de"),
          .size = kSmall,
          .person = 2 },
        { .name = QStringLiteral("dark-1280-pseudo"),
          .language = QStringLiteral("pseudo"),
          .scheme = ColorScheme::Dark,
          .size = kMiddle,
          .person = 3 },
        { .name = QStringLiteral("light-1280-right-to-left"),
          .language = english,
          .size = kMiddle,
          .person = 0,
          .rightToLeft = true },
        { .name = QStringLiteral("light-1600-text-150"),
          .language = english,
          .size = kLarge,
          .person = 1,
          .textPercent = 150 },
        { .name = QStringLiteral("dark-1024-auditor"),
          .language = english,
          .scheme = ColorScheme::Dark,
          .size = kSmall,
          .person = 5,
          .kind = Kind::Looks },
        { .name = QStringLiteral("light-1280-empty"),
          .language = english,
          .size = kMiddle,
          .person = 0,
          .kind = Kind::Empty },
    };
}

void Tour::start()
{
    nextRun();
}

void Tour::nextRun()
{
    m_application.reset();
    if (m_runs.isEmpty())
        return end(m_pictures > 0 ? 0 : 1);
    m_run = m_runs.takeFirst();
    if (!QDir().mkpath(m_directory + QLatin1Char('/') + m_run.name))
        return end(1);

    const QString place = m_directory + QLatin1Char('/') + m_run.name;
    const ApplicationPaths paths { place + QStringLiteral("/settings.ini"),
                                   place + QStringLiteral("/profiles.json") };
    {
        SettingsStore settings(paths.settings);
        Settings wanted;
        wanted.language = m_run.language;
        wanted.look.scheme =
            m_run.scheme == ColorScheme::Dark ? SchemeChoice::Dark : SchemeChoice::Light;
        wanted.look.textPercent = m_run.textPercent;
        wanted.look.motion = MotionChoice::Reduced;
        settings.change(wanted);
    }
    addSampleConnection(paths.profiles);
    m_application = std::make_unique<Application>(m_qt, m_schemaVersion, paths);
    if (m_run.rightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    m_application->window().resize(m_run.size);
    m_application->show();
    if (m_run.kind == Kind::Empty)
        return startEmpty();
    m_application->offer(m_people);
    add(connectionsScript(*m_application));
    if (m_run.kind == Kind::Everything)
        add(lockOutScript(*m_application, m_people.at(kLockedOut), kLockedOut));
    add(signInScript(*m_application, m_people.at(m_run.person), m_run.person));
    add(tourScript(*m_application));
    if (m_run.kind == Kind::Everything)
        add(enrolScript(*m_application));
    add(lockScript(*m_application));
    add(galleryScript());
    nextStep();
}

void Tour::add(std::vector<TourStep> steps)
{
    for (TourStep &step : steps)
        m_steps.push_back(std::move(step));
}

/// Another server, where nobody is yet and which may be stopped in front of the console.
void Tour::startEmpty()
{
    Workspace::Options options;
    options.accounts = 0;
    m_empty = std::make_unique<Workspace>(options);
    deliver(m_empty->start(), this, [this](const Result<void> &answer) {
        if (!answer)
            return end(1);
        const QList<DemoPerson> people = demoPeople(*m_empty);
        m_application->offer(people);
        add(signInScript(*m_application, people.at(m_run.person), m_run.person));
        add(emptyScript(*m_application,
                        [this] { deliver(m_empty->stop(), this, [](const Result<void> &) {}); }));
        nextStep();
    });
}

/// Everything the kit has, in this run's look, grown until all of it is on the picture.
std::vector<TourStep> Tour::galleryScript()
{
    const auto grow = [this] {
        auto *area = m_gallery->findChild<QScrollArea *>();
        const int hidden = area->verticalScrollBar()->maximum();
        m_gallery->resize(m_gallery->width(), m_gallery->height() + hidden);
        return hidden == 0;
    };
    return {
        { {},
          [this] {
              m_gallery = std::make_unique<GalleryPage>(m_clock);
              m_gallery->resize(m_run.size);
              m_gallery->show();
          },
          grow },
        { QStringLiteral("gallery"), [] {}, grow },
        { {}, [this] { m_gallery.reset(); }, {} },
    };
}

void Tour::nextStep()
{
    if (m_steps.empty()) {
        for (const char *file : { "/settings.ini", "/profiles.json" })
            QFile::remove(m_directory + QLatin1Char('/') + m_run.name + QLatin1String(file));
        return nextRun();
    }
    m_step = std::move(m_steps.front());
    m_steps.pop_front();
    m_waiting.start();
    m_step.act();
    m_poll.start();
}

void Tour::poll()
{
    if (m_step.shows && !m_step.shows()) {
        if (m_waiting.elapsed() > kPatienceMs) {
            qCCritical(lcUi) << "tour: did not show" << m_run.name << m_step.picture;
            grab().save(path(QStringLiteral("failed-") + m_step.picture));
            end(1);
        }
        return;
    }
    m_poll.stop();
    if (m_step.picture.isEmpty())
        nextStep();
    else
        m_settle.start();
}

QPixmap Tour::grab()
{
    // A dialog is a window of its own: it is painted over the one it belongs to.
    if (m_gallery)
        return m_gallery->grab();
    MainWindow &window = m_application->window();
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        painter.fillRect(window.rect(), theme().color(ColorRole::Scrim));
        const QPoint middle = window.rect().center() - dialog->rect().center();
        painter.drawPixmap(middle, dialog->grab());
        painter.setPen(theme().color(ColorRole::Hairline)); // a window manager would frame it
        painter.drawRect(QRect(middle, dialog->size()).adjusted(-1, -1, 0, 0));
    }
    return picture;
}

QString Tour::path(const QString &picture) const
{
    return m_directory + QLatin1Char('/') + m_run.name + QLatin1Char('/') + picture
        + QStringLiteral(".png");
}

void Tour::keepPicture()
{
    ++m_pictures;
    if (!grab().save(path(m_step.picture)))
        return end(1);
    nextStep();
}

void Tour::end(int status)
{
    m_poll.stop();
    m_steps.clear();
    Q_EMIT finished(status);
}

} // namespace castellan
