// Commands are described by shared option objects that are not made for being described from several threads at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
