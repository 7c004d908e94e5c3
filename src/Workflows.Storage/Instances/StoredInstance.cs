namespace Workflows.Storage.Instances;

/// <summary>An instance as a load finds it.</summary>
internal sealed record StoredInstance(Guid Id, Guid Subject, int DefinitionKey, int Revision, byte[] State);
