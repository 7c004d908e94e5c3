using System.Globalization;
using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>Plays the cases of a journey in virtual time and compares what comes of them.</summary>
/// <param name="journey">The compiled journey.</param>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="places">The stores, staff and groups of every case; null for none.</param>
public sealed class JourneyCaseRunner(WorkflowGraph journey, RuleSetCatalog ruleSets, JourneyCasePlaces? places = null)
{
    private const int OnlyTenant = 1;

    /// <summary>Whether the process is as good as killed after every step: instances and the contact wake from what is stored.</summary>
    /// <value>The default value is false.</value>
    public bool Forgets { get; init; }

    /// <summary>The contents that the journey sends; null where it sends none of a library.</summary>
    public ContentShelf? Contents { get; init; }

    /// <summary>The personas there are; null where that is not known, and any may be assigned.</summary>
    public PersonaShelf? Personas { get; init; }

    /// <summary>Runs cases, each with a contact of its own.</summary>
    public async Task<IReadOnlyList<JourneyCaseResult>> RunAsync(
        IEnumerable<JourneyCase> cases,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(cases);
        List<JourneyCaseResult> results = [];
        var limits = new LimitRuleBook(ruleSets);
        foreach (var one in cases)
        {
            var resting = new RestingProducts(new MemoryLimitStore(), limits, TrialCalendar.UsualZone);
            var rules = await limits.GetAsync(one.Until, cancellationToken);
            var placement = await ContactPlacement.InMemoryAsync(
                places?.Stores ?? [],
                places?.Staff ?? [],
                places?.Groups ?? [],
                cancellationToken,
                places?.JoinLinks
            );
            var rehearsal = new GroupBuyRehearsal(journey, ContactOf(one).Id);
            var referral = ReferralDesk.Over(await JourneyCaseReferral.StoreAsync(places, cancellationToken), ruleSets);
            var services = new ActivityServices(
                ruleSets,
                placement,
                Contents,
                Personas,
                rehearsal.Desk,
                BooksOf(one),
                referral,
                await JourneyCasePurchases.DeskAsync(
                    ruleSets,
                    places,
                    one,
                    ContactOf(one).Id,
                    EventsOf(one),
                    Contents,
                    resting,
                    cancellationToken
                ),
                await DistributionsAsync(cancellationToken)
            );
            var calendar = await TrialCalendar.OfAsync(ruleSets, places, cancellationToken);
            var simulator = new JourneySimulator([journey], services, calendar)
            {
                Outside = async (happened, ended) =>
                {
                    await rehearsal.HearAsync(happened, ended);
                    await placement.HearAsync(happened, ContactOf(one).Id, ended);
                },
                Forgets = Forgets,
                Told = Told,
                Ends = message =>
                {
                    var outcome = one.Sends?.GetValueOrDefault(message.Template, SendOutcome.Sent) ?? SendOutcome.Sent;
                    if (outcome is SendOutcome.Sent)
                    {
                        resting.Note(OnlyTenant, rules, message);
                    }

                    return new MessageOutcome(outcome);
                },
            };
            results.Add(await RunAsync(simulator, one, cancellationToken));
        }

        return results;
    }

    private async Task<DistributionDesk> DistributionsAsync(CancellationToken cancellationToken)
    {
        var staff = new MemoryStaffRegister();
        await staff.SaveAsync(OnlyTenant, places?.Staff ?? [], cancellationToken);
        return new DistributionDesk(Contents?.Store ?? new MemoryContentStore(), staff, OnlyTenant);
    }

    private static MemoryLaunchBooks BooksOf(JourneyCase one) =>
        new([
            .. (one.Orders ?? []).Select(order =>
                (order.Product, new ToldOrder(order.At, order.Name, order.Quantity, order.Amount))
            ),
        ]);

    // A calendar comes round where a case says so: it names the block, and what the block would tell the journey.
    private Stimulus? Told(ContactEvent happened)
    {
        if (happened.Type is not JourneyCaseEvent.Calendar)
        {
            return null;
        }

        var said = ContactEventValue.Of(happened)["data"] as Dictionary<string, object?> ?? [];
        var block = journey.Nodes.FirstOrDefault(node =>
            string.Equals(node.Activity.Name, said.GetValueOrDefault("block") as string, StringComparison.Ordinal)
        );
        return new Stimulus(
            OccasionTrigger.StimulusName,
            OccasionTrigger.KeyOf(journey.DefinitionId, block?.Activity.Id ?? ""),
            happened.Id
        )
        {
            Input = said,
        };
    }

    private static async Task<JourneyCaseResult> RunAsync(
        JourneySimulator simulator,
        JourneyCase one,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var run = await simulator.RunAsync(ContactOf(one), EventsOf(one), one.Until, cancellationToken);
            return new JourneyCaseResult(one, JourneyCaseComparison.Compare(one.Expect, run)) { Run = run };
        }
        catch (EndlessJourneyException endless)
        {
            return new JourneyCaseResult(one, [endless.Message]);
        }
    }

    private static Contact ContactOf(JourneyCase one) =>
        new(
            new ContactState(
                new Guid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0),
                one.From ?? (one.Events is [var first, ..] ? first.At : one.Until)
            )
            {
                Identities = [Identity(one)],
                Attributes = (
                    one.Attributes ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)
                ).ToDictionary(pair => pair.Key, pair => AttributeValue.FromJson(pair.Value), StringComparer.Ordinal),
            }
        );

    private static ContactEvent[] EventsOf(JourneyCase one) =>
        [
            .. one.Events.Select(
                (happened, i) =>
                    new ContactEvent(
                        "cases",
                        string.Create(CultureInfo.InvariantCulture, $"{i + 1}"),
                        happened.Type,
                        happened.At,
                        [Identity(one)],
                        happened.Data?.GetRawText()
                    )
            ),
        ];

    private static ContactIdentity Identity(JourneyCase one) => new(IdentityKind.ExternalUserId, one.Name);
}
