using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>How the rows of a customer file are understood.</summary>
/// <param name="Now">The instant at which rules are asked; their input <c>now</c>.</param>
/// <param name="TimeZone">The time zone of days and times without an offset.</param>
/// <param name="Language">The language in which the reasons of bad rows are told.</param>
public sealed record CustomerFileOptions(
    DateTimeOffset Now,
    TimeZoneInfo TimeZone,
    Language Language = Language.English
);
