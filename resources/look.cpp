// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The libraries of icons, fonts and the style sheet consist of resources only; CMake wants a
// source.
