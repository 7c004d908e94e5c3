using System.CommandLine;
using System.Globalization;
using Workflows.Host.Api;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom statistics staff|groups</c>: WeCom's figures of days, as taken over by the nightly comparison.</summary>
internal static class StatisticsCommand
{
    private static readonly Option<string?> From = Day(
        "--from",
        "The first day; 30 days before the last unless given."
    );

    private static readonly Option<string?> Until = Day("--until", "The last day; yesterday unless given.");

    private static readonly Option<string?> Staff = new("--staff")
    {
        Description = "One member of staff, or owner of groups.",
        HelpName = "USERID",
    };

    public static Command Describe(Terminal terminal) =>
        new("statistics", "WeCom's figures of days, as one JSON document.")
        {
            Of(
                "staff",
                "What members of staff did with customers.",
                terminal,
                (store, question, cancellationToken) =>
                    store.ListStaffAsync(Tenants.Default, question, cancellationToken)
            ),
            Of(
                "groups",
                "What went on in the groups of each owner.",
                terminal,
                (store, question, cancellationToken) =>
                    store.ListGroupsAsync(Tenants.Default, question, cancellationToken)
            ),
        };

    private static Command Of<T>(
        string name,
        string description,
        Terminal terminal,
        Func<IStatisticStore, DayQuestion, CancellationToken, Task<IReadOnlyList<T>>> list
    ) =>
        WorkspaceCommand.Of(
            new Command(name, description) { From, Until, Staff },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var query = new DaysQuery(
                    Read(parsed, From),
                    Read(parsed, Until),
                    parsed.GetValue(Staff),
                    null,
                    Paging.LargestLimit
                );
                var question = query.ToQuestion(services.GetRequiredService<TimeProvider>().GetUtcNow())!;
                output.WriteJson(
                    await list(services.GetRequiredService<IStatisticStore>(), question, cancellationToken)
                );
            }
        );

    private static DateOnly? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new BadInputException($"{option.Name}: '{text}' is no day such as 2026-06-01.");

    private static Option<string?> Day(string name, string description) =>
        new(name) { Description = description, HelpName = "DAY" };
}
