using Workflows.Expressions;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>
/// Greets new friends at once: chooses what the published plan says, writes it into the outbox as this process' own, and sends it without
/// waiting for any queue. A process that dies in between leaves a message that another may send when its short lease is over.
/// </summary>
/// <param name="plans">What is said to whom.</param>
/// <param name="contacts">Who it is.</param>
/// <param name="staff">Where the member of staff works.</param>
/// <param name="outbox">Sends, and writes down how that ended.</param>
/// <param name="clock">The clock of the callbacks' gate.</param>
public sealed class WelcomeDesk(
    WelcomePlans plans,
    WelcomeContacts contacts,
    IStaffRegister staff,
    WelcomeOutbox outbox,
    TimeProvider clock
)
{
    /// <summary>Greets where the plan says so; for the same callback any number of times, once.</summary>
    /// <param name="tenant">Whose friend.</param>
    /// <param name="callback">What WeCom said.</param>
    /// <param name="receivedAt">When it came.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How it ended, or null where nothing is said or another process says it.</returns>
    public async Task<MessageSettlement?> GreetAsync(
        int tenant,
        WeComCallback callback,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(callback);
        var left = receivedAt + WelcomeTicket.Life - clock.GetUtcNow();
        if (!IsArrival(callback) || left <= TimeSpan.Zero)
        {
            return null;
        }

        var plan = await plans.CurrentAsync(cancellationToken);
        var newcomer = await MeetAsync(tenant, callback, plan, cancellationToken);
        if (plan.Choose(newcomer) is not { } chosen)
        {
            return null;
        }

        var contact = await contacts.MeetAsync(tenant, callback, receivedAt, cancellationToken);
        if (contact is null || contact.Refuses(WelcomeChannel.ChannelName, "service"))
        {
            return null;
        }

        var (text, mistake) = Fill(chosen.Text, contact, newcomer);
        var message = Message(callback, newcomer, chosen.Rule, contact, receivedAt) with
        {
            Content = new MessageContent(text, chosen.Rule.Attachments),
        };
        return await outbox.SendAsync(tenant, message, left, mistake);
    }

    // A template that meets a customer it was not made for is an author's mistake, and is written down as one.
    private static (string Text, Receipt.Ended? Mistake) Fill(WelcomeText text, Contact contact, Newcomer newcomer)
    {
        try
        {
            return (text.Fill(contact, newcomer), null);
        }
        catch (ExpressionException wrong)
        {
            return ("", new Receipt.Ended(SendOutcome.Failed, "welcome_template", wrong.Message));
        }
    }

    private static bool IsArrival(WeComCallback callback) =>
        callback is { WelcomeCode: not null, Customer: not null, Staff: not null, Event: WeComEvents.ContactChange }
        && callback.ChangeType is "add_external_contact" or "add_half_external_contact";

    private async Task<Newcomer> MeetAsync(
        int tenant,
        WeComCallback callback,
        CompiledWelcomePlan plan,
        CancellationToken cancellationToken
    )
    {
        var member = plan.NeedsStaff ? await staff.FindAsync(tenant, callback.Staff!, cancellationToken) : null;
        return new Newcomer(callback.Customer!, callback.Staff!, member?.Name, member?.StoreId, callback["State"]);
    }

    private static OutboundMessage Message(
        WeComCallback callback,
        Newcomer newcomer,
        WelcomeRule rule,
        Contact contact,
        DateTimeOffset receivedAt
    ) =>
        new(
            // One callback, one welcome: the database refuses the second.
            $"wecom-welcome:{callback.Key}",
            new Recipient.Person(contact.Id, contact.Identities),
            Carrier.Welcome,
            WelcomeChannel.ChannelName,
            rule.Name,
            new MessageContent(""),
            "service",
            receivedAt,
            "wecom-welcome",
            1
        )
        {
            Sender = newcomer.Staff,
            Kind = "welcome",
            Priority = int.MaxValue,
        };
}
