using Workflows.Marketing.Places.Groups;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Makes a customer group one that ends: a flash group, a drainage group, the group of a group-buy (S3-38, S4-40).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Makes a customer group one that ends after some hours or days; the block Group ends then dissolves it or hands it over.",
    DisplayName = "Open flash group",
    Icon = "group"
)]
[FlowNode(Opened, NoGroup)]
public sealed class OpenFlashGroup : CodeActivity
{
    private const string Opened = "Opened";
    private const string NoGroup = "NoGroup";

    /// <summary>The group.</summary>
    [Input(
        Description = "The chat id of the group, for example {{ Input.group }}.",
        DefaultSyntax = "Liquid",
        IsRequired = true
    )]
    public Input<string> Group { get; set; } = default!;

    /// <summary>How long it runs. The default is two days.</summary>
    [Input(
        Description = "How long the group runs, for example 06:00:00 or 2.00:00:00.",
        DefaultValue = "2.00:00:00",
        Minimum = "00:15:00"
    )]
    public Input<TimeSpan> Lasts { get; set; } = new(TimeSpan.FromDays(2));

    /// <summary>What it is for. The default is Flash.</summary>
    [Input(
        DisplayName = "Group purpose",
        Description = "What the group is for.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Flash", "Drainage", "GroupBuy" },
        DefaultValue = "Flash"
    )]
    public Input<string> Purpose { get; set; } = new("Flash");

    /// <summary>When it ends.</summary>
    [Output(DisplayName = "Ends at", Description = "When the group ends.")]
    public Output<DateTimeOffset>? EndsAt { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var places = context.GetRequiredService<CalendarDesk>();
        var id = Group.Get(context)?.Trim() ?? "";
        if (await places.FindGroupAsync(id, context.CancellationToken) is not { IsActive: true } group)
        {
            await context.CompleteActivityWithOutcomesAsync(NoGroup);
            return;
        }

        var purpose = Enum.TryParse<GroupPurpose>(Purpose.Get(context), ignoreCase: true, out var wanted)
            ? wanted
            : GroupPurpose.Flash;

        // Saved beside the turn; a turn that is done again saves the same, or an end some moments later.
        var end = context.Now + context.Get(Lasts);
        await places.SaveGroupAsync(
            group with
            {
                Purpose = purpose,
                EndsAt = end,
            },
            context.Now,
            context.CancellationToken
        );
        context.JournalData["group"] = id;
        context.JournalData["endsAt"] = end;
        context.Set(EndsAt, end);
        await context.CompleteActivityWithOutcomesAsync(Opened);
    }
}
