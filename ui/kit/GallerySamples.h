// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Navigator.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/Rights.h"

#include <QStringList>
#include <QWidget>

#include <memory>

namespace castellan {

class Clock;
class CommandPalette;
class DialogFrame;
class Sidebar;
class ToastHost;
class WizardFrame;

/// A navigator that only remembers.
class RecordingNavigator : public Navigator {
public:
    void open(const Subject &subject) override { subjects.append(subject); }
    bool open(const QString &page) override
    {
        pages.append(page);
        return true;
    }
    bool open(const QString &page, const Filter &) override { return open(page); }

    QList<Subject> subjects;
    QStringList pages;
};

/// A page with nothing on it.
PageSpec samplePage(const QString &id, const QString &title, const QString &icon, int order);

/// A window with sidebar, toasts and palette, as the shell makes it, for the gallery and tests.
class SampleWindow : public QWidget {
public:
    explicit SampleWindow(bool narrow);
    ~SampleWindow() override;

    Rights rights;
    PageRegistry pages;
    ActionCatalog actions;
    RecordingNavigator navigator;
    Sidebar *sidebar;
    ToastHost *toasts;
    CommandPalette *palette;
};

/// An enrolment, standing at its second step. Not deleted when closed.
std::unique_ptr<WizardFrame> sampleWizard(const Clock &clock);
/// A dialog with a destructive button. Not deleted when closed.
std::unique_ptr<DialogFrame> sampleDialog();

} // namespace castellan
