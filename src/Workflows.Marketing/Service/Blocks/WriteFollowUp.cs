using Workflows.Marketing.Service.FollowUps;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>Writes a follow-up record about the contact (S0-55); calls, answers by text message and chats write theirs by themselves.</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Writes a follow-up record about the contact; calls, text messages and chats write theirs by themselves.",
    DisplayName = "Follow-up record",
    Icon = "task"
)]
public sealed class WriteFollowUp : CodeActivity
{
    /// <summary>What it says.</summary>
    [Input(
        Description = "What the record says; {{ contact.name }} and the like are filled in.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Text { get; set; } = default!;

    /// <summary>The member of the staff it is for.</summary>
    [Input(Description = "The userid of the member of the staff.", DefaultSyntax = "Liquid", Order = 2)]
    public Input<string?>? Staff { get; set; }

    /// <summary>In how long to speak again.</summary>
    [Input(
        DisplayName = "Speak again after",
        Description = "In how long to speak again, for example 2.00:00:00. Empty: not said.",
        Order = 3
    )]
    public Input<TimeSpan?>? Again { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Tell(
            $"followup:{context.Instance.Id:N}:{context.EffectKey().Split(':')[^1]}",
            ServiceEvents.FollowUpWritten,
            new
            {
                staff = context.Get(Staff),
                text = ServiceMessage.Shorten(Text.Get(context), FollowUp.LongestText) ?? "",
                next = context.Now + context.Get(Again),
            }
        );
    }
}
