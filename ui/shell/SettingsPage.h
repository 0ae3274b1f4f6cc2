// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Page.h"

class QComboBox;
class QSpinBox;
class QVBoxLayout;

namespace castellan {

class Card;
class OperatorSession;
class SettingsStore;

/// What a person may choose about the console, and what the console is.
class SettingsPage : public Page {
    Q_OBJECT

public:
    SettingsPage(SettingsStore &settings, OperatorSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void signOutRequested();
    void diagnosticsCopied();

private:
    QWidget *buildAppearance();
    QWidget *buildBehaviour();
    QWidget *buildPerson();
    QWidget *buildAbout();
    QComboBox *addChoice(Card *card, const QString &label, const QString &name);
    QSpinBox *addNumber(Card *card, const QString &label, const QString &name);
    void addRow(Card *card, const QString &label, QWidget *field);
    void read();
    void write();
    void showLicences();

    SettingsStore &m_settings;
    OperatorSession &m_session;
    QComboBox *m_language = nullptr;
    QComboBox *m_scheme = nullptr;
    QComboBox *m_motion = nullptr;
    QComboBox *m_zone = nullptr;
    QSpinBox *m_text = nullptr;
    QSpinBox *m_lock = nullptr;
    bool m_reading = true; ///< until the fields show what is chosen now
};

} // namespace castellan
