namespace Workflows.Runtime.Activities;

/// <summary>Stands for an activity whose type is not known here: the definition keeps it unchanged, reaching it is an incident.</summary>
[Activity("Elsa", "System", "An activity whose type is not known.", IsBrowsable = false)]
public sealed class NotFoundActivity : Activity
{
    /// <summary>The type the document asks for.</summary>
    public string MissingTypeName { get; set; } = "";

    /// <summary>The version the document asks for.</summary>
    public int MissingTypeVersion { get; set; }

    /// <summary>The activity as the document holds it.</summary>
    public string OriginalActivityJson { get; set; } = "";

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(
            "ActivityNotFound",
            $"The activity type '{MissingTypeName}' is not known here; install what provides it, or replace the activity."
        );
}
