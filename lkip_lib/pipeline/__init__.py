"""Running the chain: the work folder, the engine, the swap of outputs."""
