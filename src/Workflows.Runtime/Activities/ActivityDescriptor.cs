using System.Reflection;

namespace Workflows.Runtime.Activities;

/// <summary>What is known about an activity type: for the reader, the compiler and designers. Made once per type, by reflection.</summary>
public sealed class ActivityDescriptor
{
    private static readonly HashSet<string> Common =
    [
        nameof(IActivity.Id),
        nameof(IActivity.Name),
        nameof(IActivity.Type),
        nameof(IActivity.Version),
        nameof(Activity.CanStartWorkflow),
        nameof(Activity.CustomProperties),
    ];

    private readonly Func<Activity> _create;

    internal ActivityDescriptor(Type type)
    {
        ActivityType = type;
        var attribute = type.GetCustomAttribute<ActivityAttribute>(inherit: false);
        var name = ActivityTypeName.Of(type);
        TypeName = name.Name;
        Version = name.Version;
        Namespace = attribute?.Namespace ?? type.Namespace ?? "";
        Name = TypeName[(TypeName.LastIndexOf('.') + 1)..];
        DisplayName = attribute?.DisplayName ?? Words.Of(Name);
        Category = attribute?.Category ?? Namespace;
        Description = attribute?.Description;
        Icon = attribute?.Icon;
        Kind = typeof(Trigger).IsAssignableFrom(type) ? ActivityKind.Trigger : attribute?.Kind ?? ActivityKind.Action;
        IsBrowsable = attribute?.IsBrowsable ?? true;
        IsTerminal = typeof(ITerminal).IsAssignableFrom(type);
        IsStart = typeof(Flow.Start).IsAssignableFrom(type);
        IsContainer = typeof(Container).IsAssignableFrom(type);
        Outcomes = type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes ?? (IsTerminal ? [] : ["Done"]);
        Members =
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property =>
                    property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0
                )
                .Where(property => !Common.Contains(property.Name))
                .Select(property => new ActivityMember(property))
                // Connections name activities, so these are read first.
                .OrderBy(member => member.Kind == ActivityMemberKind.Connections),
        ];
        _create = () => (Activity)System.Activator.CreateInstance(type, nonPublic: true)!;
    }

    /// <summary>The class.</summary>
    public Type ActivityType { get; }

    /// <summary>The name documents use.</summary>
    public string TypeName { get; }

    /// <summary>The version of the type.</summary>
    public int Version { get; }

    /// <summary>First part of the type name.</summary>
    public string Namespace { get; }

    /// <summary>Last part of the type name.</summary>
    public string Name { get; }

    /// <summary>The title in the designer.</summary>
    public string DisplayName { get; }

    /// <summary>Where the palette shows it.</summary>
    public string Category { get; }

    /// <summary>One sentence for the operator.</summary>
    public string? Description { get; }

    /// <summary>The icon a designer shows; null lets it choose.</summary>
    public string? Icon { get; }

    /// <summary>How designers classify it.</summary>
    public ActivityKind Kind { get; }

    /// <summary>Whether the palette offers it.</summary>
    public bool IsBrowsable { get; }

    /// <summary>Whether a flowchart ends behind it.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether nothing may lead to it.</summary>
    public bool IsStart { get; }

    /// <summary>Whether it holds a list of activities.</summary>
    public bool IsContainer { get; }

    /// <summary>The outcomes it declares.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Its inputs, outputs, ports and plain settings.</summary>
    public IReadOnlyList<ActivityMember> Members { get; }

    internal Activity Create() => _create();
}
