using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Mining;

/// <summary>Drawn journeys, played with what one contact does; the process is as good as killed after every step.</summary>
internal static class Played
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly ContactIdentity[] Names = [new(IdentityKind.ExternalUserId, "woA")];

    /// <summary>Plays <c>hours type data</c> after <c>journey.begins</c>.</summary>
    public static async Task<ContactRun> Async(
        string drawing,
        params (double Hours, string Type, string? Data)[] events
    ) => await Async(drawing, [.. events.Select(one => (one.Hours, one.Type, one.Data, "app"))]);

    public static async Task<ContactRun> Async(
        string drawing,
        IReadOnlyList<(double Hours, string Type, string? Data, string Source)> events,
        Func<OutboundMessage, MessageOutcome>? ends = null
    )
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of(drawing, "\"entry\":{\"reentry\":\"always\"},\"timeZone\":\"Asia/Shanghai\"")
        );
        var simulator = new JourneySimulator([graph], new ContactServices(await ShippedJourney.RuleSetsAsync()))
        {
            Forgets = true,
            Ends = ends ?? (_ => new MessageOutcome(SendOutcome.Sent)),
        };
        (double, string, string?, string) begin = (0, "journey.begins", null, "app");
        return await simulator.RunAsync(
            new Contact(
                new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Start) { Identities = [.. Names] }
            ),
            [
                .. events
                    .Prepend(begin)
                    .Select(
                        (one, i) =>
                            new ContactEvent(
                                one.Item4,
                                $"{i}",
                                one.Item2,
                                Start.AddHours(one.Item1),
                                [.. Names],
                                one.Item3
                            )
                    ),
            ],
            Start.AddDays(60)
        );
    }

    /// <summary>The templates that were sent.</summary>
    public static string Said(ContactRun run) => string.Join(' ', run.Messages.Select(message => message.Template));
}
