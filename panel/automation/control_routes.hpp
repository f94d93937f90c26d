// The control port's addresses, in three groups. Handlers run on the loop; what touches the panel goes through its
// driver.
#pragma once

#include "net/http/router.hpp"
#include "panel/automation/driver.hpp"
#include "panel/automation/flow_desk.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel::control {

/// tree, assets, sounds, tap, swipe, type, key, screenshot.png
void add_panel_routes(net::http::Router& router, device::Loop& loop, Driver& driver);
/// jobs, mails, tray: what came out
void add_output_routes(net::http::Router& router, Machine& machine);
/// clock, faults, conditions, original, language: what is done to the machine
void add_world_routes(net::http::Router& router, Machine& machine);
void add_condition_routes(net::http::Router& router, Machine& machine);
/// trace, recording, problem-report.zip: for who looks into it later. Without a desk nothing is recorded.
void add_report_routes(net::http::Router& router, Machine& machine, Driver& driver, FlowDesk* desk);
/// run-sheet: a flow walked by hand
void add_run_sheet_routes(net::http::Router& router, Machine& machine, Driver& driver);

}  // namespace paneltwin::panel::control
