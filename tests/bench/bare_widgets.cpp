// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a Qt Widgets program can be: what cold_start_bench.py compares with.
#include <QApplication>
#include <QLabel>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLabel label(QStringLiteral("bare"));
    label.resize(1360, 800);
    label.setWindowTitle(QStringLiteral("bare"));
    label.show();
    return QApplication::exec();
}
