using Workflows.Rules.Tables;

namespace Workflows.Host.Api;

/// <summary>A decision table to compile.</summary>
/// <param name="Csv">The table, separated by commas, semicolons or tabs: what is copied out of a spreadsheet will do.</param>
/// <param name="Name">The rule set's name, where the table gives none.</param>
/// <param name="Policy">Which matching rows count, where the table does not say: <c>First</c> unless given.</param>
/// <param name="TimeZone">The time zone of dates without offset; <c>Asia/Shanghai</c> unless given.</param>
internal sealed record TableToCompile(string Csv, string? Name, HitPolicy? Policy, string? TimeZone);
