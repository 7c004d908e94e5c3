using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Content;

/// <summary>What has to hold for what a journey says: its contents may be sent and fit their carriers, and its merge fields are there.</summary>
/// <param name="fields">The merge fields that contacts have.</param>
/// <param name="store">The contents; null where they are not known, and then not checked.</param>
/// <param name="media">Their files; null where they are not known.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class JourneyContentCheck(MergeFields fields, IContentStore? store, IMediaLibrary? media, int tenant)
    : IDefinitionCheck
{
    private const string Moments = "Marketing.PostMoments";

    /// <summary>
    /// Whether links are tracked here; then one that is not is a mistake (S3-06), and a warning elsewhere. In a journey that asks for
    /// it, links are to be tracked everywhere.
    /// </summary>
    public bool TracksLinks { get; init; }

    /// <summary>The counters of limited values; null where they are not known, and then not checked.</summary>
    public IStockLedger? Stocks { get; init; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Diagnostic> found = [];
        var settings = JourneySettings.Read(graph.Definition);
        foreach (var activity in JourneyActivity.All(graph.Definition.Root).Where(activity => activity.Speaks))
        {
            foreach (var template in activity.Templates)
            {
                found.AddRange(await fields.CheckAsync(template, activity.Id, cancellationToken));
            }

            var item = await CheckContentAsync(activity, found, cancellationToken);
            if (UntrackedLink(activity, item) is { } untracked)
            {
                // Where nobody asks for tracking it is only told.
                found.Add(
                    TracksLinks || settings.TracksLinks
                        ? untracked
                        : untracked with
                        {
                            Severity = DiagnosticSeverity.Warning,
                        }
                );
            }

            await CheckStockAsync(activity, item, found, cancellationToken);
            if (activity.Is(Moments))
            {
                CheckMoments(activity, item, settings.SpeaksByPersonas, found);
            }
        }

        return found;
    }

    private async Task CheckStockAsync(
        JourneyActivity activity,
        ContentItem? item,
        List<Diagnostic> found,
        CancellationToken cancellationToken
    )
    {
        if (item?.Stock is not { } name)
        {
            return;
        }

        if (Stocks is not null && await Stocks.FindAsync(tenant, name, cancellationToken) is null)
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.StockUnknown,
                    $"There is no stock '{name}': nothing would be given.",
                    activity.Id,
                    Remedy: "Say first how many there are."
                )
                {
                    Source = "S2-22",
                }
            );
        }

        if (
            SendBlocks.ByType.TryGetValue(activity.Type, out var block)
            && block.Ports.Contains(SendPorts.SoldOut, StringComparer.Ordinal)
            && activity.ConnectedOutcomes?.Contains(SendPorts.SoldOut) is false
        )
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.SoldOutUnconnected,
                    "Who comes when nothing is left gets nothing, and the journey ends there.",
                    activity.Id,
                    Remedy: "Connect the outcome SoldOut.",
                    Severity: DiagnosticSeverity.Warning
                )
                {
                    Source = "S2-22",
                }
            );
        }
    }

    private Diagnostic? UntrackedLink(JourneyActivity activity, ContentItem? item)
    {
        var isOff = activity.IsOff("trackLinks");
        return (TracksLinks && !isOff) || !SentLinks.Exist(activity, item)
            ? null
            : new Diagnostic(
                ContentCodes.Untracked,
                "The link is not tracked: nobody will know who clicked it, and what it sold.",
                activity.Id,
                Remedy: isOff
                    ? "Switch Track links on."
                    : "Set Workflows:Links to the address at which customers reach this server."
            )
            {
                Source = "S3-06",
            };
    }

    private async Task<ContentItem?> CheckContentAsync(
        JourneyActivity activity,
        List<Diagnostic> found,
        CancellationToken cancellationToken
    )
    {
        if (store is null || activity.Literal("content") is not { Length: > 0 } name)
        {
            return null;
        }

        var version = ContentRef.TryParse(name, out var reference)
            ? await store.FindSendableAsync(tenant, reference, cancellationToken)
            : null;
        if (version is null)
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.NotSendable,
                    $"There is no approved content '{name}'.",
                    activity.Id,
                    Remedy: "Have it approved first, or choose another one."
                )
            );
            return null;
        }

        if (reference!.Version is null)
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.NoVersion,
                    $"The content '{name}' is sent by whichever version is the newest then.",
                    activity.Id,
                    Remedy: $"Name the version: '{version.Ref}'.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }

        if (CarrierOf(activity) is { } carrier)
        {
            var files = await FilesAsync(version.Item, cancellationToken);
            if (
                (
                    ContentFit.FindMistake(version.Item, carrier, files, activity.Id)
                    ?? ContentFit.FindDetour(version.Item, carrier, activity.Channel, activity.Id)
                ) is
                { } misfit
            )
            {
                found.Add(misfit);
            }
        }

        return version.Item;
    }

    // Where a channel that is worked out at run time speaks is not known.
    private static Carrier? CarrierOf(JourneyActivity activity) =>
        SendBlocks.ByType.TryGetValue(activity.Type, out var block) ? block.Carrier
        : activity.Is(JourneyTypes.SendMessage) && activity.Literal("channel") is { Length: > 0 } channel
            ? Carriers.Of(channel)
        : null;

    private async Task<IReadOnlyCollection<MediaEntry>> FilesAsync(
        ContentItem item,
        CancellationToken cancellationToken
    )
    {
        List<MediaEntry> files = [];
        if (media is null)
        {
            return files;
        }

        foreach (var name in item.Files)
        {
            if (await media.FindAsync(tenant, name, cancellationToken) is { } entry)
            {
                files.Add(entry);
            }
        }

        return files;
    }

    private static void CheckMoments(
        JourneyActivity activity,
        ContentItem? item,
        bool speaksByPersonas,
        List<Diagnostic> found
    )
    {
        // What is worked out at run time, or lies in a library that is not here, cannot be judged.
        var isKnown = item is not null || !activity.IsGiven("content");
        if (isKnown && item?.Theme is null && !activity.IsGiven("kind"))
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.ThemeMissing,
                    "A post in Moments says what it speaks of: persona, knowledge or sales.",
                    activity.Id,
                    Remedy: "Set its kind, or choose a content with a theme."
                )
            );
        }

        if (
            activity.Literal("kind") is { Length: > 0 } said
            && SaidKind.Of(said, item, Carrier.Moments) is { } kind
            && !SaidKind.OfMoments.Contains(kind, StringComparer.Ordinal)
        )
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.ThemeMissing,
                    $"'{said}' is nothing that a post in Moments speaks of.",
                    activity.Id,
                    Remedy: $"Set its kind to one of {string.Join(", ", SaidKind.OfMoments)}."
                )
                {
                    Source = "S2-42",
                }
            );
        }

        if (speaksByPersonas && isKnown && item?.Persona is null && !activity.IsGiven("persona"))
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.PersonaMissing,
                    "This journey speaks by personas, and nobody says this post.",
                    activity.Id,
                    Remedy: "Set its persona, or choose a content that a persona says."
                )
            );
        }
    }
}
