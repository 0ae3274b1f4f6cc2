// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scrolls a list page through all rows of a computed list and prints what that costs. Rows are
// computed in the same thread, so their cost is counted too.
//   lists_bench [--rows 1000000] [--step 100] [--seconds 60]
#include "tests/bench/ScrollMeter.h"
#include "ui/kit/SamplePresenter.h"

#include "models/lists/PagedModel.h"
#include "models/lists/SyntheticSource.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include <memory>

using namespace castellan;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Theme look(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"rows"_qs, u"How long the list is."_qs, u"n"_qs, u"1000000"_qs },
                        { u"step"_qs, u"Rows a step."_qs, u"n"_qs, u"100"_qs },
                        { u"seconds"_qs, u"At least so long."_qs, u"n"_qs, u"60"_qs } });
    parser.process(application);
    PagedModel model(std::make_shared<SyntheticSource>(parser.value(u"rows"_qs).toLongLong()),
                     SamplePresenter::columns());
    ListPage page(&model, std::make_shared<SamplePresenter>());
    page.setTitle(u"Bench"_qs);
    page.setInitialOrder(u"name"_qs, false);
    page.resize(1280, 800);
    page.show();
    page.opened();
    page.closed(); // nothing lives here, so nothing is polled
    ScrollMeter meter(page, parser.value(u"step"_qs).toInt(), parser.value(u"seconds"_qs).toInt(),
                      [](const QString &report) {
                          QTextStream(stdout) << report;
                          QCoreApplication::quit();
                      });
    QObject::connect(
        &model, &PagedModel::factsChanged, &meter, [&meter] { meter.start(); },
        Qt::SingleShotConnection);
    return QApplication::exec();
}
