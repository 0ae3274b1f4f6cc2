// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cmath>

namespace castellan {

enum class Vision { Usual, Protanopia, Deuteranopia, Tritanopia };

/// CIE 1976 distance of two colours as a person with this vision sees them. The matrices are those
/// of Machado, Oliveira and Fernandes (2009) at full severity, applied to linear light.
inline double colorDistance(const QColor &a, const QColor &b, Vision vision)
{
    using Vector = std::array<double, 3>;
    using Matrix = std::array<Vector, 3>;
    static constexpr std::array<Matrix, 4> kSeen { {
        { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
        { { { 0.152286, 1.052583, -0.204868 },
            { 0.114503, 0.786281, 0.099216 },
            { -0.003882, -0.048116, 1.051998 } } },
        { { { 0.367322, 0.860646, -0.227968 },
            { 0.280085, 0.672501, 0.047413 },
            { -0.011820, 0.042940, 0.968881 } } },
        { { { 1.255528, -0.076749, -0.178779 },
            { -0.078411, 0.930809, 0.147602 },
            { 0.004733, 0.691367, 0.303900 } } },
    } };
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto times = [](const Matrix &m, const Vector &v) {
        Vector out {};
        for (size_t i = 0; i < 3; ++i)
            out[i] = std::clamp(m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2], 0.0, 1.0);
        return out;
    };
    const auto lab = [&](const QColor &color) {
        const Vector rgb =
            times(kSeen[size_t(vision)],
                  { linear(color.redF()), linear(color.greenF()), linear(color.blueF()) });
        const auto f = [](double t) {
            return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16 / 116.0;
        };
        const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return Vector { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
    };
    const Vector p = lab(a);
    const Vector q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

} // namespace castellan
