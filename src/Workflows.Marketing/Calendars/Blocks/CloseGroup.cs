using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Notes that a customer group is over: nobody is led into it and nothing is sent to it by calendar any more (S4-40).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Notes that a customer group is dissolved or handed over: nobody is led into it any more.",
    DisplayName = "Close group",
    Icon = "group"
)]
[FlowNode(Closed, NoGroup)]
public sealed class CloseGroup : CodeActivity
{
    private const string Closed = "Closed";
    private const string NoGroup = "NoGroup";

    /// <summary>The group.</summary>
    [Input(
        Description = "The chat id of the group, for example {{ Input.group }}.",
        DefaultSyntax = "Liquid",
        IsRequired = true
    )]
    public Input<string> Group { get; set; } = default!;

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var places = context.GetRequiredService<CalendarDesk>();
        var id = Group.Get(context)?.Trim() ?? "";
        var group = await places.FindGroupAsync(id, context.CancellationToken);
        context.JournalData["group"] = id;
        if (group is { IsActive: true })
        {
            await places.SaveGroupAsync(group with { IsActive = false }, context.Now, context.CancellationToken);
        }

        await context.CompleteActivityWithOutcomesAsync(group is null ? NoGroup : Closed);
    }
}
