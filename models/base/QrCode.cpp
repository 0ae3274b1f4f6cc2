// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/QrCode.h"

#include <qrencode.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace castellan {

namespace {

constexpr int kVersionSmallestPossible = 0;

void freeCode(QRcode *code)
{
    wipe(code->data, static_cast<size_t>(code->width) * static_cast<size_t>(code->width));
    QRcode_free(code);
}

/// libqrencode frees its copies of the text without overwriting them. The allocator hands out the
/// block freed last first, so asking for every size that it used, and wiping, reaches them.
void wipeFreedBlocks(size_t dataSize)
{
    constexpr size_t kStep = 16;
    constexpr size_t kBlocksASize = 8; // glibc caches 7 a thread and size
    std::array<void *, kBlocksASize> blocks {};
    for (size_t size = 8; size <= dataSize * 4 + 4096; size += kStep) {
        for (void *&block : blocks) {
            block = std::malloc(size);
            if (block)
                wipe(block, size);
        }
        for (void *block : blocks)
            std::free(block);
    }
}

Error refused(int problem)
{
    return { ErrorCode::InvalidArgument,
             { { QStringLiteral("argument"), QStringLiteral("qr_data") } },
             QStringLiteral("libqrencode: errno %1").arg(problem) };
}

} // namespace

QrCode::QrCode(Secret modules, int size)
    : m_modules(std::move(modules))
    , m_size(size)
{
}

Result<QrCode> QrCode::encode(QByteArrayView data)
{
    if (data.isEmpty())
        return refused(EINVAL);
    const auto *bytes = reinterpret_cast<const unsigned char *>(data.data());
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeData(static_cast<int>(data.size()), bytes, kVersionSmallestPossible,
                          QR_ECLEVEL_M),
        [](QRcode *made) {
            if (made)
                freeCode(made);
        });
    const int problem = errno;
    wipeFreedBlocks(static_cast<size_t>(data.size()));
    if (!code)
        return refused(problem);
    const QByteArrayView modules(code->data, qsizetype(code->width) * code->width);
    return QrCode(Secret::copyOf(modules), code->width);
}

QrCode QrCode::clone() const
{
    return { m_modules.clone(), m_size };
}

bool QrCode::isDark(int x, int y) const
{
    if (x < 0 || y < 0 || x >= m_size || y >= m_size)
        return false;
    return (m_modules.view()[qsizetype(y) * m_size + x] & 1) != 0;
}

} // namespace castellan
