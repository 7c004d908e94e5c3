namespace Workflows.Runtime.Durability;

/// <summary>What a work item carries: one closed case for each <see cref="WorkKind"/> that needs more than its columns.</summary>
public abstract record WorkPayload
{
    private protected WorkPayload() { }
}
