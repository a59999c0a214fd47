"""绩效自评: settings, addresses, health and start-up checks of the whole programme."""
