namespace Workflows.Runtime.Activities;

/// <summary>One step of a workflow as authors see it. Derive from <see cref="CodeActivity"/> or <see cref="Activity"/>; ports are typed with this.</summary>
public interface IActivity
{
    /// <summary>Identifies the activity in its definition.</summary>
    string Id { get; set; }

    /// <summary>The name expressions use to reach the activity's outputs; optional.</summary>
    string? Name { get; set; }

    /// <summary>The type name documents use, for example <c>Elsa.WriteLine</c>.</summary>
    string Type { get; set; }

    /// <summary>The version of the type; 1 unless its attribute says otherwise.</summary>
    int Version { get; set; }
}
