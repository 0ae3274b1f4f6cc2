// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/QrCode.h"

#include <QWidget>

#include <optional>

namespace castellan {

/// Shows a QR code: black on white in every theme, a quiet zone of 4 modules, whole pixels a
/// module. The modules are overwritten when it is cleared or gone; nothing of it is cached.
class QrView : public QWidget {
    Q_OBJECT

public:
    static constexpr int kQuietZone = 4;

    explicit QrView(QWidget *parent = nullptr);

    /// description is for screen readers: "QR code for Chen Wei".
    void setCode(QrCode code, const QString &description);
    void clear();
    bool hasCode() const { return m_code.has_value(); }
    /// Hides the code behind a plain ground without forgetting it.
    void setConcealed(bool concealed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
    bool m_concealed = false;
};

} // namespace castellan
