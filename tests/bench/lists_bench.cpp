// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scrolls a list page through all rows of a computed list, as fast as it will go, and prints what
// that costs: how much memory stays, and how long the GUI thread is busy for each step with its
// repaint. Rows are computed in the same thread, so their cost is counted too.
//   lists_bench [--rows 1000000] [--step 100]
#include "tests/lists/SamplePresenter.h"

#include "models/lists/PagedModel.h"
#include "models/lists/SyntheticSource.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListView.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <memory>

#include <malloc.h>
#include <time.h>
#include <unistd.h>

using namespace castellan;

namespace {

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE))
        / 1048576.0;
}

double cpuMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

class Bench : public QObject {
public:
    Bench(qint64 rows, int step)
        : m_model(std::make_shared<SyntheticSource>(rows), SamplePresenter::columns())
        , m_page(&m_model, std::make_shared<SamplePresenter>())
        , m_step(step)
    {
        m_page.setTitle(u"Bench"_qs);
        m_page.setInitialOrder(u"name"_qs, false);
        m_page.resize(1280, 800);
        m_page.show();
        m_page.opened();
        m_page.closed(); // nothing lives here, so nothing is polled
        connect(&m_timer, &QTimer::timeout, this, &Bench::tick);
        m_timer.start(0);
    }

private:
    void tick()
    {
        if (m_model.state() != ListState::Ready || !m_model.facts().count())
            return;
        if (m_before == 0) {
            m_before = residentMegabytes();
            m_whole.start();
        }
        QScrollBar *bar = m_page.view()->verticalScrollBar();
        if (bar->value() >= bar->maximum()) {
            if (m_model.atEnd())
                finish();
            ++m_waits;
            return;
        }
        // from one step to the next: what the step set off (pages that arrive, layouts) is in it
        if (m_turn.isValid()) {
            m_busy.append(double(m_turn.nsecsElapsed()) / 1e6);
            m_cpu.append(cpuMilliseconds() - m_cpuThen);
        }
        m_turn.start();
        m_cpuThen = cpuMilliseconds();
        bar->setValue(bar->value() + m_step * m_page.view()->rowHeight());
        m_page.view()->viewport()->repaint();
        if (++m_steps % 500 == 0) {
            m_peak = std::max(m_peak, residentMegabytes());
            m_turn.invalidate(); // reading the memory is not scrolling
        }
    }

    void finish()
    {
        m_timer.stop();
        const auto figures = [](QList<double> &times) {
            std::sort(times.begin(), times.end());
            const auto at = [&](double share) {
                return times.at(qsizetype(share * double(times.size() - 1)));
            };
            return QStringLiteral("p50 %1 ms, p99 %2 ms, max %3 ms")
                .arg(at(0.5), 0, 'f', 2)
                .arg(at(0.99), 0, 'f', 2)
                .arg(times.last(), 0, 'f', 2);
        };
        const double after = residentMegabytes();
        QTextStream out(stdout);
        out << "rows paged through: " << m_model.facts().count()->count << " in "
            << double(m_whole.elapsed()) / 1000 << " s, " << m_steps << " steps, " << m_waits
            << " waits at the edge\n"
            << "resident memory: " << m_before << " MB before, grew by "
            << std::max(after, m_peak) - m_before << " MB (bound: 20)\n"
            << "GUI thread a step: " << figures(m_busy) << " (bounds: p99 16, max 50)\n"
            << "of which its own CPU: " << figures(m_cpu) << "\n";
        QCoreApplication::quit();
    }

    PagedModel m_model;
    ListPage m_page;
    QTimer m_timer;
    QElapsedTimer m_whole;
    QElapsedTimer m_turn;
    double m_cpuThen = 0;
    QList<double> m_busy;
    QList<double> m_cpu; ///< says on a loaded machine what the step itself takes
    double m_before = 0;
    double m_peak = 0;
    int m_step;
    int m_waits = 0;
    int m_steps = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Theme look(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"rows"_qs, u"How long the list is."_qs, u"n"_qs, u"1000000"_qs },
                        { u"step"_qs, u"Rows a step."_qs, u"n"_qs, u"100"_qs } });
    parser.process(application);
    const Bench bench(parser.value(u"rows"_qs).toLongLong(), parser.value(u"step"_qs).toInt());
    return QApplication::exec();
}
