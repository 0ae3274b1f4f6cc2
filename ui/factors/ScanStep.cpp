// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/ScanStep.h"

#include "models/base/OtpAuthUri.h"
#include "models/base/QrCode.h"
#include "ui/factors/SecretText.h"
#include "ui/factors/TimedReveal.h"
#include "ui/kit/Button.h"
#include "ui/kit/FlowRow.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/QrView.h"
#include "ui/kit/Theme.h"

#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kQrSide = 232;
constexpr qsizetype kGroup = 4;
constexpr qsizetype kGroupsALine = 4;

/// The key in groups of four, four groups a line, for reading aloud and typing.
std::vector<Secret> grouped(const Secret &key)
{
    std::vector<Secret> lines;
    for (qsizetype start = 0; start < key.size(); start += kGroup * kGroupsALine) {
        const QByteArrayView part =
            key.view().sliced(start, std::min(kGroup * kGroupsALine, key.size() - start));
        QByteArray line;
        line.reserve(part.size() + kGroupsALine);
        for (qsizetype i = 0; i < part.size(); ++i) {
            if (i > 0 && i % kGroup == 0)
                line += ' ';
            line += part[i];
        }
        lines.push_back(Secret::fromUtf8(std::move(line)));
    }
    return lines;
}

QString algorithmName(OtpAlgorithm algorithm)
{
    switch (algorithm) {
    case OtpAlgorithm::Sha1:
        return QStringLiteral("SHA-1");
    case OtpAlgorithm::Sha256:
        return QStringLiteral("SHA-256");
    case OtpAlgorithm::Sha512:
        return QStringLiteral("SHA-512");
    }
    Q_UNREACHABLE();
}

} // namespace

ScanStep::ScanStep(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_qr(new QrView(this))
{
    setObjectName(QStringLiteral("scanStep"));
    m_qr->setObjectName(QStringLiteral("qrView"));
    m_qr->setFixedSize(theme().scaled(kQrSide), theme().scaled(kQrSide));
    auto *layout = new FlowRow(this); // large text on a small screen: the key under the code
    layout->setSpacing(metric::kPageMargin);
    layout->addWidget(m_qr);
    layout->addWidget(buildSide(clock));
}

QWidget *ScanStep::buildSide(const Clock &clock)
{
    auto *side = new QWidget(this);
    m_key = new SecretText(tr("Key to type"), side);
    m_key->setObjectName(QStringLiteral("keyText"));
    m_parameters = new PlainLabel({}, TextRole::Secondary, Tone::Muted, side);
    m_parameters->setOverflow(PlainLabel::Overflow::Wrap);
    m_reveal = new TimedReveal(clock, side);
    auto *renew = new Button(tr("&New code"), ButtonRole::Secondary, side);
    renew->setObjectName(QStringLiteral("renewSeedButton"));
    renew->setIconName(QStringLiteral("view-refresh"));
    m_reveal->addButton(renew);

    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::kStep);
    column->addWidget(
        new PlainLabel(tr("Can't scan? Type this key"), TextRole::BodyStrong, Tone::Normal, side));
    column->addWidget(m_key);
    column->addWidget(m_parameters);
    column->addSpacing(metric::kHalfStep);
    column->addWidget(m_reveal);
    column->addStretch();
    connect(renew, &Button::clicked, this, &ScanStep::renewRequested);
    connect(m_reveal, &TimedReveal::concealed, this, &ScanStep::setConcealed);
    return side;
}

Result<void> ScanStep::setUri(const Secret &uri, const QString &person)
{
    clear();
    const Result<OtpAuthUri> parsed = OtpAuthUri::parse(uri);
    if (!parsed)
        return parsed.error();
    Result<QrCode> code = QrCode::encode(uri.view());
    if (!code)
        return code.error();
    m_qr->setCode(std::move(code).value(), tr("QR code for %1").arg(person));
    m_key->setLines(grouped(parsed.value().secretBase32));
    m_parameters->setText(tr("Time-based, %1, %2 digits, %3 s")
                              .arg(algorithmName(parsed.value().algorithm))
                              .arg(parsed.value().digits)
                              .arg(parsed.value().period));
    m_reveal->reveal();
    return {};
}

void ScanStep::clear()
{
    m_qr->clear();
    m_key->clear();
    m_reveal->stop();
    m_parameters->setText({});
}

void ScanStep::setConcealed(bool concealed)
{
    m_qr->setConcealed(concealed);
    m_key->setConcealed(concealed);
}

} // namespace castellan
