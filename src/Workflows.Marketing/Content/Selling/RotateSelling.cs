using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Content;

/// <summary>Goes on by the kind of daily selling whose turn it is (S2-44), so that kinds alternate.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Goes on by the kind of daily selling whose turn it is today: a push, a coupon or something fun. No kind follows itself.",
    DisplayName = "Rotate selling",
    Icon = "rotate"
)]
[FlowNode(nameof(SellingKind.Push), nameof(SellingKind.Coupon), nameof(SellingKind.Interaction))]
public sealed class RotateSelling : CodeActivity
{
    private const int MostPosts = 3;
    private static readonly string[] AllKinds = ["push", "coupon", "interaction"];

    private static readonly string[] AllDays =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// <summary>The kinds. The default is all three.</summary>
    [Input(
        Description = "Which kinds take turns: push, coupon, interaction; two at least.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "push", "coupon", "interaction" },
        DefaultValue = new[] { "push", "coupon", "interaction" },
        Order = 1
    )]
    public Input<ICollection<string>> Kinds { get; set; } = new(AllKinds);

    /// <summary>The days of the week on which something is sold. The default is every day.</summary>
    [Input(
        DisplayName = "Selling days",
        Description = "The days of the week on which something is sold; the turn goes on from one to the next.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
        DefaultValue = new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
        Order = 2
    )]
    public Input<ICollection<string>> Days { get; set; } = new(AllDays);

    /// <summary>How many selling posts a day has; 1 to 3 (S2-43).</summary>
    [Input(
        DisplayName = "Posts a day",
        Description = "How many selling posts there are on each of these days, 1 to 3.",
        DefaultValue = 1,
        Minimum = 1,
        Maximum = MostPosts,
        Order = 3
    )]
    public Input<int> PostsADay { get; set; } = new(1);

    /// <summary>Which of them this is.</summary>
    [Input(
        DisplayName = "Post of the day",
        Description = "Which of the day's posts this one is, from 1.",
        DefaultValue = 1,
        Minimum = 1,
        Maximum = MostPosts,
        Order = 4
    )]
    public Input<int> Post { get; set; } = new(1);

    /// <summary>The kind whose turn it is.</summary>
    [Output(DisplayName = "Kind", Description = "The kind whose turn it is: push, coupon or interaction.")]
    public Output<string>? Kind { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var posts = Math.Clamp(PostsADay.Get(context), 1, MostPosts);
        var zone = CalendarDesk.ZoneOf(context.Instance.Graph, context.GetService<CalendarDesk>());
        var kind = new SellingRotation(
            Read<SellingKind>(context.Get(Kinds), AllKinds),
            Read<DayOfWeek>(context.Get(Days), AllDays),
            posts
        ).KindOf(DayTime.DayOf(context.Now, zone), Math.Clamp(Post.Get(context), 1, posts));
        context.Set(Kind, kind.ToString().ToLowerInvariant());
        return context.CompleteActivityWithOutcomesAsync(kind.ToString());
    }

    // What names none there is leaves the usual.
    private static T[] Read<T>(ICollection<string>? words, IEnumerable<string> usual)
        where T : struct, Enum
    {
        T[] read = [.. Parse<T>(words ?? [])];
        return read.Length > 0 ? read : [.. Parse<T>(usual)];
    }

    private static IEnumerable<T> Parse<T>(IEnumerable<string> words)
        where T : struct, Enum =>
        words
            .Select(word => Enum.TryParse<T>(word.Trim(), ignoreCase: true, out var value) ? value : (T?)null)
            .OfType<T>()
            .Distinct();
}
