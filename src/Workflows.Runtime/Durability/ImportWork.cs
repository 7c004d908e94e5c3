namespace Workflows.Runtime.Durability;

/// <summary>An instance that was taken out of a workspace and is to live on in this one. One that is here already stays as it is.</summary>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="Version">The version it runs; it has to be here.</param>
/// <param name="State">Its stored form; see <see cref="Execution.InstanceSerializer"/>.</param>
public sealed record ImportWork(string DefinitionId, int Version, byte[] State) : WorkPayload;
