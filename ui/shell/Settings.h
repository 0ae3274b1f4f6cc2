// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Theme.h"

#include <QObject>
#include <QSettings>
#include <QString>

namespace castellan {

/// What a person may choose; compared by value.
struct Settings {
    static constexpr int kLockLeast = 1;
    static constexpr int kLockMost = 15; ///< minutes; the server ends an idle sign-in after 15

    QString language; ///< "en", "de"; empty: as the system
    LookChoice look;
    int lockAfterMinutes = 10;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Keeps the settings in an INI file of this person, read once and written on every change. GUI
/// thread.
class SettingsStore : public QObject {
    Q_OBJECT

public:
    static QString defaultPath();
    explicit SettingsStore(const QString &path = defaultPath(), QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    void change(const Settings &settings);

    /// How a window or a list was left, by name; opaque to this class.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &layout);
    QString lastProfile() const;
    void setLastProfile(const QString &name);

Q_SIGNALS:
    void changed(const castellan::Settings &settings);

private:
    void read();

    QSettings m_file;
    Settings m_settings;
};

} // namespace castellan
