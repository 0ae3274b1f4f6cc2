// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/ConnectionProfile.h"

#include <QFrame>
#include <QList>

class QListWidget;

namespace castellan {

class Button;

/// The connections at the left of the sign-in view: choose, add, change, remove.
class ProfilePanel : public QFrame {
    Q_OBJECT

public:
    explicit ProfilePanel(QWidget *parent = nullptr);

    /// The first `fixed` ones belong to the demo and can't be changed.
    void setProfiles(const QList<ConnectionProfile> &profiles, int fixed, const QString &current);
    int currentIndex() const;

Q_SIGNALS:
    void chosen(int index);
    void addRequested();
    void editRequested(int index);
    void removeRequested(int index);

private:
    QWidget *buildHead();
    QWidget *buildTools();
    void followCurrent();

    QListWidget *m_list;
    Button *m_edit = nullptr;
    Button *m_remove = nullptr;
    int m_fixed = 0;
};

} // namespace castellan
