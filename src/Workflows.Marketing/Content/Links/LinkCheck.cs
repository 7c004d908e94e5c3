using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Content;

/// <summary>What has to hold for what a journey says of its short links: they can open and end here, and their domain is one of the installation's.</summary>
/// <param name="domains">The domains of short links; null where links are not tracked.</param>
public sealed class LinkCheck(LinkDomains? domains) : IDefinitionCheck
{
    private const int MostDays = 3_650;
    private const string TrackHere = "Set Workflows:Links to the address at which customers reach this server.";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var sends = JourneyActivity.All(graph.Definition.Root).Where(activity => activity.Sends).ToList();
        var journey = JourneySettings.Read(graph.Definition).LinkDomain;
        return new([
            .. sends.Count > 0 ? CheckDomain(journey, "customProperties.linkDomain") : [],
            .. sends.SelectMany(CheckTimes),
            .. sends.SelectMany(block => CheckDomain(block.Constant("linkDomain")?.Trim(), block.Id)),
        ]);
    }

    private IEnumerable<Diagnostic> CheckTimes(JourneyActivity block)
    {
        if (domains is null && block.IsGiven("linksOpenAt"))
        {
            yield return new Diagnostic(
                ContentCodes.CannotClose,
                "The links are to open later, and links are not tracked here: the message would not be sent.",
                block.Id,
                Remedy: TrackHere
            )
            {
                Source = "S2-49",
            };
        }

        if (domains is null && (block.IsGiven("linksEndAt") || block.IsGiven("linkDays")))
        {
            yield return new Diagnostic(
                ContentCodes.CannotEnd,
                "The links are to end, and links are not tracked here: they would never end.",
                block.Id,
                Remedy: TrackHere
            )
            {
                Source = "S0-61",
            };
        }

        if (domains is null && block.Is("Marketing.GetLocation") && !block.IsGiven("miniProgram"))
        {
            yield return new Diagnostic(
                ContentCodes.NoPage,
                "The position is asked for on a page, and customers reach no page of this server.",
                block.Id,
                Remedy: TrackHere
            )
            {
                Source = "S0-38",
            };
        }

        if (block.Constant("linkDays") is { Length: > 0 } days && !IsDays(days))
        {
            yield return new Diagnostic(
                ContentCodes.Number,
                $"A whole number from 1 to {MostDays} is needed here.",
                block.Id,
                Remedy: "Leave it out where its links end as all others do."
            )
            {
                Source = "S0-61",
            };
        }
    }

    private IEnumerable<Diagnostic> CheckDomain(string? name, string place)
    {
        if (string.IsNullOrEmpty(name) || domains?.Find(name) is not null)
        {
            return [];
        }

        return
        [
            new Diagnostic(
                ContentCodes.LinkDomain,
                $"'{name}' is no domain of short links here.",
                place,
                Remedy: domains is null
                    ? TrackHere
                    : $"Name one of {string.Join(", ", domains.Names)}, or have it added to Workflows:LinkDomains."
            )
            {
                Source = "S0-61",
            },
        ];
    }

    private static bool IsDays(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days)
        && days is >= 1 and <= MostDays;
}
