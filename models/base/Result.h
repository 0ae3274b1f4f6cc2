// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <functional>
#include <type_traits>
#include <utility>
#include <variant>

namespace castellan {

/// A value or an Error, named as std::expected (C++23) names it. Dropping one is a compile error.
/// Ask hasValue() before value(), and !hasValue() before error().
template <typename T> class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T valueOr(T fallback) const & { return hasValue() ? value() : std::move(fallback); }

    const Error &error() const & { return std::get<1>(m_content); }
    Error &&error() && { return std::get<1>(std::move(m_content)); }

    /// Result<U> from a function T → U; an error passes through.
    template <typename Function>
    auto map(Function &&function) const & -> Result<std::invoke_result_t<Function, const T &>>
    {
        if (!hasValue())
            return error();
        return std::invoke(std::forward<Function>(function), value());
    }

    /// Result<U> from a function T → Result<U>; an error passes through.
    template <typename Function>
    auto andThen(Function &&function) const & -> std::invoke_result_t<Function, const T &>
    {
        if (!hasValue())
            return error();
        return std::invoke(std::forward<Function>(function), value());
    }

private:
    std::variant<T, Error> m_content;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::move(error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const & { return std::get<1>(m_content); }
    Error &&error() && { return std::get<1>(std::move(m_content)); }

private:
    std::variant<std::monostate, Error> m_content;
};

} // namespace castellan
