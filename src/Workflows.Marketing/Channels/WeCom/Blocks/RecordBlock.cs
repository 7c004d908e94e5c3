using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>
/// What blocks have in common that change WeCom's records: the change leaves with the turn's commit, once, and the block waits for what
/// becomes of it.
/// </summary>
public abstract class RecordBlock : Activity
{
    private protected const string Done = "Done";

    private static readonly string[] Ports =
    [
        Done,
        SendPorts.QuotaReached,
        SendPorts.NotAFriend,
        SendPorts.Refused,
        SendPorts.Failed,
    ];

    private protected RecordBlock() { }

    /// <summary>Why it ended so, for reports.</summary>
    [Output(
        DisplayName = "Reason code",
        Description = "Why it ended so, for example wecom_transfer_refused; empty when it was done."
    )]
    public Output<string>? ReasonCode { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var graph = context.Instance.Graph;
        var message = RecordMessages.Of(
            context.EffectKey(),
            RecipientOf(context),
            StaffOf(context),
            ChangeOf(context),
            (graph.DefinitionId, graph.Version),
            context.Now
        );
        context.EmitAndWait(
            message with
            {
                ContactId = (context.Subject as Contact)?.Id,
                InstanceId = context.Instance.Id,
            },
            EndedAsync
        );
        return default;
    }

    /// <summary>What is to be different.</summary>
    private protected abstract RecordChange ChangeOf(ActivityExecutionContext context);

    /// <summary>Whose record it is, of the customers or groups.</summary>
    private protected virtual Recipient RecipientOf(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        return new Recipient.Person(contact.Id, contact.Identities);
    }

    /// <summary>Whose record it is, of the staff.</summary>
    private protected abstract string? StaffOf(ActivityExecutionContext context);

    /// <summary>The member of staff an input names; else who became the contact's friend last.</summary>
    private protected static string? StaffOf(ActivityExecutionContext context, Input<string?>? input) =>
        Filled(context, input)
        ?? context
            .Contact()
            .Relations.Where(relation => relation.State == RelationState.Exists)
            .MaxBy(relation => relation.At)
            ?.StaffId;

    private protected static string? Filled(ActivityExecutionContext context, Input<string?>? input) =>
        context.Get(input)?.Trim() is { Length: > 0 } text ? text : null;

    private protected static string Required(ActivityExecutionContext context, Input<string?>? input, string name) =>
        Filled(context, input) ?? throw new FaultException("MissingInput", $"'{name}' says nothing for this contact.");

    private ValueTask EndedAsync(ActivityExecutionContext context)
    {
        var outcome = context.TakeOutcome();
        context.Set(ReasonCode, outcome.ReasonCode ?? "");
        return context.CompleteActivityWithOutcomesAsync(
            outcome.Outcome == SendOutcome.Sent ? Done : SendPorts.Of(Ports, outcome)
        );
    }
}
