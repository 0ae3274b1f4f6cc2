-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.words()
returns table (kind text, word text, meaning text)
language sql
immutable
as $$
    values
    -- raised
    ('error', 'ZC001', 'not signed in'),
    ('error', 'ZC002', 'no privilege'),
    ('error', 'ZC003', 'wrong isolation level'),
    ('error', 'ZC004', 'the transaction has already written'),
    ('error', 'ZC010', 'argument missing; its name is in the column field'),
    ('error', 'ZC011', 'argument malformed; its name is in the column field'),
    ('error', 'ZC012', 'argument too long; its name is in the column field'),
    ('error', 'ZC013', 'no such row; the argument''s name is in the column field'),
    ('error', 'ZC020', 'the key file is not the registered one'),
    ('error', 'ZC030', 'an extension stands where others may create objects; its name is in the column field'),
    ('error', 'ZC900', 'internal error; column key: the key file is missing, unreadable or the wrong one'),
    -- answered
    ('outcome', 'ok', 'done'),
    ('outcome', 'refused', 'the code or the request is not accepted; the cause is for operators only'),
    ('outcome', 'locked', 'too many wrong codes; retry_at says until when, null until an operator acts'),
    ('outcome', 'not_enrolled', 'there is no second factor, and none is required'),
    ('outcome', 'must_enrol', 'there is no second factor, and one is required'),
    ('outcome', 'second_factor_required', 'a confirmed factor asks for a proof'),
    ('outcome', 'expired', 'too late'),
    ('outcome', 'replayed', 'the code was used before; wait for the next one'),
    ('outcome', 'inactive', 'the account or the operator is not active'),
    ('outcome', 'rank', 'the account ranks as high as the operator or higher, or is the operator''s own'),
    ('outcome', 'policy', 'a setting does not allow this way for this rank'),
    ('outcome', 'already_enrolled', 'the account has a confirmed factor'),
    ('outcome', 'not_found', 'there is no such thing, or it is not there yet'),
    ('outcome', 'foreign', 'another operator began it'),
    ('outcome', 'done', 'it was done before'),
    ('outcome', 'cancelled', 'it was given up'),
    ('outcome', 'superseded', 'a newer one has taken its place'),
    ('outcome', 'not_shown', 'the step before has not been taken'),
    ('outcome', 'shown', 'it was shown before, and is shown once'),
    ('outcome', 'not_confirmed', 'no code has confirmed the factor yet'),
    ('outcome', 'warning', 'worth a look; in audit events only'),
    ('outcome', 'updated', 'the operator was there already and keeps the factor'),
    ('outcome', 'role_reserved', 'a role of that name is PostgreSQL''s or Castellan''s own'),
    ('outcome', 'role_privileged', 'the role holds attributes that no operator may have'),
    ('outcome', 'role_without_login', 'the role exists and cannot log in'),
    ('outcome', 'role_is_operator', 'the role is an operator''s'),
    ('outcome', 'role_is_application', 'the role is the application''s'),
    ('outcome', 'account_not_found', 'there is no account of that external id'),
    -- why a code is wrong
    ('diagnosis', 'wrong', 'nothing explains it'),
    ('diagnosis', 'malformed', 'not a code at all'),
    ('diagnosis', 'previous_step', 'the code of a minute ago'),
    ('diagnosis', 'clock', 'the device''s clock is off; offset_seconds: how far it is ahead'),
    ('diagnosis', 'algorithm', 'the app ignores the hash algorithm'),
    ('diagnosis', 'period', 'the app uses another period'),
    ('diagnosis', 'key_as_text', 'the app took the key''s letters for the key'),
    ('diagnosis', 'other_device', 'a code of the factor that is to be replaced'),
    -- further causes in audit events
    ('reason', 'replayed', 'a right code, used before'),
    ('reason', 'disabled', 'a hundred wrong codes in a row'),
    ('reason', 'inactive', 'the account or the operator is not active'),
    ('reason', 'unknown_account', 'no account of that id'),
    ('reason', 'not_enrolled', 'the operator has no factor'),
    ('reason', 'factor_gone', 'the factor went while its code was judged'),
    ('reason', 'enrolment_code_open', 'an operator''s enrolment code is waiting to be used'),
    ('reason', 'no_open_code', 'no enrolment code is waiting to be used'),
    ('reason', 'too_many', 'ten wrong enrolment codes: the enrolment is cancelled'),
    ('reason', 'not_open', 'the enrolment cannot be confirmed here, or no longer'),
    ('reason', 'superseded', 'a newer enrolment has taken its place'),
    ('reason', 'taken_over', 'signed in elsewhere'),
    ('reason', 'signed_out', 'the operator signed out'),
    ('reason', 'changed', 'the operator''s kind or state was changed'),
    ('reason', 'reset', 'the operator''s factor was replaced'),
    ('reason', 'break_glass', 'done as superuser on the host'),
    -- why an operator asks
    ('request', 'new_phone', 'the person has a new phone'),
    ('request', 'lost_phone', 'the phone is lost or broken'),
    ('request', 'first_factor', 'the person has had no factor'),
    ('request', 'other', 'as the note says');
$$;
comment on function castellan_private.words() is
    'Every word and error code the schema can send: the console turns them into sentences, and a test holds its table to this list';
revoke all on function castellan_private.words() from public;
