// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/factors/types.h"
#include "ui/kit/Subject.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace castellan {

class Banner;

/// First step of an enrolment: for whom, why, and under which ticket.
class ReasonStep : public QWidget {
    Q_OBJECT

public:
    explicit ReasonStep(const Subject &account, QWidget *parent = nullptr);

    EnrolmentRequest request() const;
    /// A sentence, empty when the step is complete.
    QString whyIncomplete() const;

Q_SIGNALS:
    void edited();

private:
    Subject m_account;
    QComboBox *m_reason;
    QLineEdit *m_ticket;
    QLineEdit *m_note;
};

} // namespace castellan
